import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { join, makeJoinLink, send, startCircle } from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, glance, test } from '#tests/support/journey.ts';

// One after the other: they note who came to the same session.
test.describe.configure({ mode: 'default' });

const SESSIONS = '/circles/tuesday-leads/sessions';
const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

glance('a session is run by a member in turn, who changes what is on it', async (given) => {
  const { page: noor, hands, signInAs, another, javaScript } = given;
  const { page: host } = await another('host');
  await signInAs('member');
  await noor.setViewportSize({ width: 360, height: 740 });
  const circle = await startCircle(host, {
    name: `In turn ${javaScript ? 'with scripts' : 'without'}`,
  });
  await join(noor, await makeJoinLink(host, circle));
  let session = '';

  await test.step('where turns are taken, a session is set for whose turn it is', async () => {
    await host.goto(`${circle}/rota`);
    await host.getByLabel('Running a session').check();
    await button(host, 'Save').click();
    await expect(host.getByText(/^Saved\. Whoever is next/)).toBeVisible();
    await send(host, `${circle}/sessions/new`, async () => {
      await host.getByLabel('Date').fill(inDays(20));
      await host.getByLabel('Starts').fill('18:30');
      await expect(host.getByLabel('Runs it').locator('option:checked')).toHaveText(
        'Whose turn it is',
      );
      await host.getByLabel('Runs it').selectOption({ label: 'Noor Karim' });
    });
    await expect(host.getByText('The session is set.')).toBeVisible();
    session = new URL(host.url()).pathname;
  });

  await test.step('she passes it on, and takes it back', async () => {
    await noor.goto(session);
    await hands.press(link(noor, 'You can’t?'));
    await expectToFitAPhone(noor);
    if (javaScript) await expectAccessible(noor);
    await hands.press(button(noor, 'I can’t: ask the next one'));
    await expect(noor.getByText(/^Passed on\./)).toBeVisible();
    await noor.goto(`${session}/duties`);
    await hands.press(button(noor, 'I’ll run it'));
    await expect(noor.getByText('It’s yours. Thank you.')).toBeVisible();
  });

  await test.step('as who runs it she changes its agenda', async () => {
    await noor.goto(session);
    await hands.press(link(noor, 'Change the agenda'));
    await expectToFitAPhone(noor);
    await hands.press(button(noor, 'Add something else'));
    await hands.write(noor.getByLabel('What happens, item 1'), 'Where we are');
    await hands.write(noor.getByLabel('Minutes of item 1'), '10');
    await hands.press(button(noor, 'Save'));
    await expect(noor.getByText('Where we are')).toBeVisible();
    await expect(link(noor, 'Change or move it')).toHaveCount(0);
  });
});

glance('a mail’s link answers for somebody signed out', async ({ another, javaScript }) => {
  const { page: host } = await another('host');
  const { page: noor } = await another('member');
  const circle = await startCircle(host, {
    name: `By mail ${javaScript ? 'with scripts' : 'without'}`,
  });
  await join(noor, await makeJoinLink(host, circle));
  const title = `Answered ${javaScript ? 'with scripts' : 'without'}`;
  await send(host, `${circle}/sessions/new`, async () => {
    await host.getByLabel('What it is about').fill(title);
    await host.getByLabel('Date').fill(inDays(30));
    await host.getByLabel('Starts').fill('18:30');
  });
  await expect(host.getByText('The session is set.')).toBeVisible();
  const session = new URL(host.url()).pathname;
  const { page: admin } = await another('admin');
  const ways = admin.getByRole('main').locator('a[href*="/reply/"]');
  await expect(async () => {
    await admin.goto('/site/outbox');
    const mails = admin.locator('main .rows a');
    const last = await mails.evaluateAll((all) =>
      all.slice(0, 8).map((one) => one.getAttribute('href') ?? ''),
    );
    for (const mail of last) {
      await admin.goto(mail);
      // Whoever set it has one as well.
      const isHers = (await admin.getByText('Noor Karim <').count()) > 0;
      const isOfIt = (await admin.getByText(title).count()) > 0;
      if (isHers && isOfIt && (await ways.count()) === 3) return;
    }
    throw new Error('not yet');
  }).toPass({ timeout: 30_000 });
  const links = await ways.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  const { page: stranger, hands } = await another();
  await stranger.setViewportSize({ width: 360, height: 740 });
  await stranger.goto(links[2] ?? '');
  await expect(stranger.getByText('Nothing is said before you press.')).toBeVisible();
  await expectToFitAPhone(stranger);
  if (javaScript) await expectAccessible(stranger);
  await hands.press(button(stranger, 'Can’t'));
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('You can’t come');
  await noor.goto(session);
  await expect(button(noor, 'Can’t')).toHaveAttribute('aria-pressed', 'true');
});

glance('who came is noted, and read on the record', async (given) => {
  const { page, hands, signInAs, javaScript } = given;
  const [name, other] = javaScript ? ['Elif', 'Kwame'] : ['Kwame', 'Elif'];
  await signInAs('facilitator');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(SESSIONS);
  await hands.press(page.getByRole('listitem').filter({ hasText: 'Storerooms' }).getByRole('link'));
  await expect(page.getByText('What did you take from it?')).toBeVisible();
  await hands.press(link(page, 'Who came'));
  await expectToFitAPhone(page);
  if (javaScript) await expectAccessible(page);
  const of = (who: string | undefined) =>
    page.getByRole('group', { name: new RegExp(`^${who ?? ''}`) });
  await hands.choose(of(name).getByRole('radio', { name: 'Late' }));
  await hands.choose(of(other).getByRole('radio', { name: 'Couldn’t' }));
  await hands.press(button(page, 'Save it'));
  await expect(page.getByText('Noted. Everybody reads it on the record.')).toBeVisible();
  await expect(page.getByText(new RegExp(`${name}[^,]*\\(late\\)`))).toBeVisible();
  await expect(page.getByText(new RegExp(`${other}[^.]* couldn’t`))).toBeVisible();
  await hands.press(link(page, 'Change it'));
  await expect(of(name).getByRole('radio', { name: 'Late' })).toBeChecked();
});
