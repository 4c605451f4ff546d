import { randomUUID } from 'node:crypto';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { joinAsNewcomer, makeJoinLink, startCircle } from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

// A person’s week is one thing: what one way of travelling does, the next one takes up.
test.describe.configure({ mode: 'serial' });

journey('one person this week, asked and kept', async (given) => {
  const { page, hands, signInAs, javaScript } = given;
  await signInAs('facilitator');
  await page.goto('/week');

  await test.step('a day of one’s own', async () => {
    await hands.select(page.getByLabel('On', { exact: true }), 'Thursday');
    const begin = page.getByRole('button', { name: /^(Ask me every week|Begin again)$/ });
    await hands.press(begin);
    await expect(page.getByText(/^You are asked on Thursdays at/)).toBeVisible();
    await hands.press(page.getByRole('button', { name: 'Think of one person now' }));
  });

  await test.step('whom, when and what: refused without it, and kept', async () => {
    await hands.write(page.getByLabel('Or a name'), 'Dan');
    await page.getByLabel('I will …').evaluate((field) => field.removeAttribute('required'));
    await hands.press(page.getByRole('button', { name: 'Keep it' }));
    await expect(page.getByText('What will you ask them?')).toBeVisible();
    await expect(page.getByLabel('Or a name')).toHaveValue('Dan');
    await hands.write(page.getByLabel('When …'), 'I next see him after stand-up');
    await hands.write(page.getByLabel('I will …'), 'ask what he hears when I remind him');
    await hands.press(page.getByRole('button', { name: 'Keep it' }));
    await expect(page.getByText('Kept. Only you see it.')).toBeVisible();
    if (javaScript) await expectAccessible(page);
    await expectToFitAPhone(page);
  });

  await test.step('on home, one quiet line', async () => {
    await page.goto('/');
    const week = page.locator('.block', { hasText: 'This week, one person' }).last();
    await expect(week).toContainText(
      'When I next see him after stand-up, I will ask what he hears',
    );
    if (javaScript) await expectAccessible(page);
    await expectToFitAPhone(page);
    await hands.press(week.getByRole('button', { name: 'I asked' }));
    await expect(page.getByText('You asked. That was the hard part.')).toBeVisible();
    await hands.press(page.getByRole('button', { name: 'Undo' }));
    await expect(page.getByText('As it was before.')).toBeVisible();
    await hands.press(week.getByRole('button', { name: 'I asked' }));
    await hands.press(week.getByRole('button', { name: 'No reply yet' }));
    await expect(page.getByText('Kept. Answers take their time.')).toBeVisible();
  });

  await test.step('a line for oneself, and forgotten', async () => {
    await page.goto('/week');
    await expect(page.locator('.week-state').first()).toHaveText('No reply yet');
    await hands.press(page.getByText('Keep a line for yourself'));
    await hands.write(page.getByLabel('What you take from it'), 'Ask before noon.');
    await hands.press(page.getByRole('button', { name: 'Keep it' }));
    await expect(page.getByText('Kept, for you alone.')).toBeVisible();
    await expect(page.getByLabel('What you take from it')).toHaveValue('Ask before noon.');
    await hands.press(page.getByRole('link', { name: 'Forget this week' }));
    await hands.press(page.getByRole('button', { name: 'Forget it' }));
    await expect(page.getByText('Forgotten.')).toBeVisible();
    await expect(page.getByText('Dan', { exact: true })).toHaveCount(0);
  });

  await test.step('stopped, and begun again', async () => {
    await hands.press(page.getByText('Another day or hour, or stop'));
    await hands.press(page.getByRole('button', { name: 'Stop asking me' }));
    await expect(page.getByText('Stopped. Begin again whenever you like.')).toBeVisible();
    if (javaScript) await expectAccessible(page);
  });
});

journey('giving and receiving is one’s own', async ({ page, another, javaScript }) => {
  // Somebody new, who has asked for nothing and given nothing.
  const mark = randomUUID().slice(0, 8);
  const { page: host } = await another('host');
  const link = await makeJoinLink(host, await startCircle(host, { name: `Giving ${mark}` }));
  await joinAsNewcomer(page, link, `Ottla ${mark}`);
  await page.goto('/giving');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Giving and receiving');
  await expect(page.getByText('Nothing stands here yet')).toBeVisible();
  if (javaScript) await expectAccessible(page);
  await expectToFitAPhone(page);
});
