import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

test.use({ viewport: { width: 360, height: 740 } });
// One after the other: each leaves the same member’s record as it found it.
test.describe.configure({ mode: 'default' });

const SESSIONS = '/circles/tuesday-leads/sessions';
const ACT = 'Show the on-call numbers to everybody';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

journey(
  'a session is closed, and opens the next',
  async ({ page, hands, signInAs, javaScript }) => {
    test.slow();
    await signInAs('facilitator');
    await page.goto(SESSIONS);
    await hands.press(
      page.getByRole('listitem').filter({ hasText: 'Spare or waste?' }).getByRole('link'),
    );
    await hands.press(link(page, 'The record'));
    await expect(page.getByText('(late)')).toBeVisible();
    await expect(page.getByText('Two takeaways stayed in the room.')).toBeVisible();

    // On paper nobody is named, and what was said between people is not there.
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Hanne Lindqvist').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByText('HL', { exact: true }).filter({ visible: true })).toHaveCount(1);
    await expect(page.getByText('Six of seven came.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Minutes' })).toBeHidden();
    await page.emulateMedia({ media: 'screen' });

    await hands.write(page.getByLabel('What stayed with you?'), 'A spare needs a day.');
    await hands.press(button(page, 'Keep it'));
    await expect(page.getByText('Kept. It stays where you said.')).toBeVisible();
    await hands.write(page.getByLabel('What will you do?'), ACT);
    await hands.press(button(page, 'Say it'));
    await expect(page.getByText('Said. The next session opens with it.')).toBeVisible();
    await expectToFitAPhone(page);
    if (javaScript) await expectAccessible(page);

    await page.goto(SESSIONS);
    await hands.press(
      page.getByRole('listitem').filter({ hasText: 'Surprises and traps' }).getByRole('link'),
    );
    const opening = page
      .getByRole('region', { name: 'What we said we’d do' })
      .or(page.locator('main'));
    await expect(opening.first().getByText(ACT)).toBeVisible();
    // On paper it has what is needed in the room, and nobody is named.
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: 'Agenda' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Will you come?' })).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Talk about it' })).toBeHidden();
    for (const name of ['Hanne Lindqvist', 'Elif Aydın', 'Noor Karim']) {
      await expect(page.getByText(name).filter({ visible: true })).toHaveCount(0);
    }
    await page.emulateMedia({ media: 'screen' });
    await hands.write(page.getByLabel('How it went'), 'Two of them were wrong.');
    await hands.press(button(page, 'Tried'));
    await expect(page.getByText('Thank you. That is all there is to say about it.')).toBeVisible();
    await expect(page.getByText('“Two of them were wrong.”')).toBeVisible();
    await hands.press(button(page, 'Take that back'));
    await expect(page.getByText('Nothing is said of it.')).toBeVisible();

    // As it was, for whoever comes next.
    for (const [taken, words] of [
      [
        page.locator('.panel').filter({ hasText: 'What stayed with you' }),
        'You took it back. Nobody else sees it.',
      ],
      [
        page.locator('.panel').filter({ hasText: 'One small act' }),
        'You took it back. Nobody sees it any more.',
      ],
    ] as const) {
      await hands.press(taken.getByRole('button', { name: 'Take it back' }));
      await expect(page.getByText(words)).toBeVisible();
    }
  },
);

journey(
  'each brings one question, and whoever runs it picks',
  async ({ page, hands, signInAs, javaScript }) => {
    await signInAs('facilitator');
    await page.goto(SESSIONS);
    await hands.press(
      page.getByRole('listitem').filter({ hasText: 'Surprises and traps' }).getByRole('link'),
    );
    await hands.press(page.getByRole('link', { name: /^(Bring|Change) yours$/ }));
    await hands.write(page.getByLabel('Your question'), 'Whom does the trap spare?');
    await hands.press(page.getByRole('button', { name: /^(Bring it|Save it)$/ }));
    await expect(page.getByText('It is with whoever runs the session.')).toBeVisible();
    await hands.press(link(page, 'Choose for the agenda'));
    const mine = page.getByRole('listitem').filter({ hasText: 'Whom does the trap spare?' });
    await hands.press(mine.getByRole('button', { name: 'To the agenda' }));
    await expect(page.getByText('It is at the end of the agenda.')).toBeVisible();
    if (javaScript) await expectAccessible(page);
    await hands.press(mine.getByRole('button', { name: 'Off it again' }));
    await expect(page.getByText('It is off the agenda, and still brought.')).toBeVisible();
  },
);
