import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import pg from 'pg';
import { runningBundledPostgres } from '#db/bundled-postgres.ts';
import { type Part, signInLink } from '#tests/journeys/support/parts.ts';
import { type Octavo, startOctavo } from '#tests/support/octavo.ts';
import { fleetingFolder } from '#tests/support/temporary.ts';

// An Octavo of their own: in its database an hour goes by.
test.describe.configure({ mode: 'serial', timeout: 60_000 });

let dataDir: string;
let octavo: Octavo;

test.beforeAll(async () => {
  dataDir = fleetingFolder();
  octavo = await startOctavo({ dataDir, demo: true });
});
test.afterAll(async () => {
  await octavo.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function signedIn(browser: Browser, part: Part, like = {}): Promise<Page> {
  const page = await browser.newPage({ baseURL: octavo.url, ...like });
  await page.goto(signInLink(part, octavo.links));
  await page.getByRole('button').click();
  await page.waitForURL('/');
  return page;
}

/** A new thread of the host's. @returns its path */
async function thread(host: Page, title: string, text: string): Promise<string> {
  await host.goto('/circles/tuesday-leads/threads/new');
  await host.getByLabel('What is it about?').fill(title);
  await host.getByLabel('Your note').fill(text);
  await host.locator('main form').getByRole('button', { name: 'Start the thread' }).click();
  await expect(host.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(host.url()).pathname;
}

/** Lets an hour go by for what waits, and whatever is due be done. */
async function anHourLater(): Promise<void> {
  const client = new pg.Client({
    connectionString: runningBundledPostgres(dataDir, { owner: true }) ?? '',
  });
  await client.connect();
  try {
    await client.query(`update inbox_item set mail_at = mail_at - interval '1 hour'`);
    await client.query(`select graphile_worker.add_job('send-due', '{}'::json)`);
    const waiting = `select count(*)::int as n from graphile_worker.jobs
      where task_identifier in ('send-due', 'send-message')`;
    await expect
      .poll(async () => (await client.query<{ n: number }>(waiting)).rows[0]?.n, {
        timeout: 45_000,
      })
      .toBe(0);
  } finally {
    await client.end();
  }
}

/** The mails in the outbox that say something. */
async function mailsWith(words: string): Promise<string[]> {
  const folder = join(dataDir, 'outbox');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return mails.filter((mail) => mail.includes(words));
}

const sentTo = (mails: string[], name: string) =>
  mails.filter((mail) => mail.includes(`\nTo: ${name} <`));

for (const javaScriptEnabled of [true, false]) {
  test(`mail comes for what I have not seen, and for nothing else, with scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    const like = { ...phone, javaScriptEnabled };
    const host = await signedIn(browser, 'host');
    const member = await signedIn(browser, 'member', like);
    await member.goto('/account');
    const name = await member.getByLabel('Your name').inputValue();
    const [read, unread] = [`Seen ${javaScriptEnabled}`, `Missed ${javaScriptEnabled}`];
    const seen = await thread(host, read, 'I keep the dull work myself.');
    await member.goto(seen);
    await expect(member.getByText('I keep the dull work myself.')).toBeVisible();
    await thread(host, unread, 'We hired in a hurry.');
    await anHourLater();
    expect(sentTo(await mailsWith(read), name)).toEqual([]);
    const [mail, ...more] = sentTo(await mailsWith(unread), name);
    expect(more).toEqual([]);
    expect(mail).toContain('We hired in a hurry.');
    // An hour later, once more: it has been told.
    await anHourLater();
    expect(sentTo(await mailsWith(unread), name)).toHaveLength(1);
    await host.close();
    await member.close();
  });
}
