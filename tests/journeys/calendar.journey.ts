import ICAL from 'ical.js';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { join, makeJoinLink, send, startCircle } from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, glance, test } from '#tests/support/journey.ts';

test.use({ viewport: { width: 360, height: 740 } });

glance(
  'a calendar reads an address until it is ended, and of a circle while its person is in it',
  async ({ page, hands, signInAs, another, javaScript }) => {
    const { page: host } = await another('host');
    const circle = await startCircle(host, { name: `By the calendar ${Date.now()}` });
    await send(host, `${circle}/sessions/new`, async () => {
      const soon = new Date(Date.now() + 34 * 24 * 60 * 60 * 1000);
      await host.getByLabel('Date').fill(soon.toISOString().slice(0, 10));
      await host.getByLabel('Starts').fill('18:30');
    });
    await expect(host.getByText('The session is set.')).toBeVisible();
    await signInAs('member');
    await join(page, await makeJoinLink(host, circle));

    await page.goto('/account/calendar');
    await expectToFitAPhone(page);
    if (javaScript) await expectAccessible(page);
    await hands.press(page.getByRole('button', { name: 'Make an address' }));
    await expect(page.getByRole('heading', { name: 'The address is there' })).toBeVisible();
    await expectToFitAPhone(page);
    if (javaScript) await expectAccessible(page);
    const address = await page.getByLabel('The address for your calendar').inputValue();
    const { pathname } = new URL(address);
    // A calendar program has no cookies.
    const program = await another();
    const read = async () => {
      const answer = await program.page.request.get(pathname);
      expect(answer.status()).toBe(200);
      return new ICAL.Component(ICAL.parse(await answer.text()))
        .getAllSubcomponents('vevent')
        .map((event) => String(event.getFirstPropertyValue('url')));
    };
    const ofCircle = expect.arrayContaining([expect.stringContaining(`${circle}/sessions/`)]);
    expect(await read()).toEqual(ofCircle);

    await send(page, `${circle}/leave`);
    await expect(page).not.toHaveURL(/\/leave$/);
    const left = await read();
    expect(left).not.toEqual(ofCircle);
    expect(left).not.toEqual([]);

    await page.goto('/account/calendar');
    await hands.press(page.getByRole('button', { name: 'End the address of All my circles' }));
    await expect(page.getByText('Nothing can be read at that address any more.')).toBeVisible();
    expect((await program.page.request.get(pathname)).status()).toBe(404);
  },
);
