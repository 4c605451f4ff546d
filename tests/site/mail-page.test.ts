import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { LETTERS_A_PAGE } from '#app/notifications/queries/dead-letters.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { person } from '#tests/support/cast.ts';
import { mailTo, runJobs } from '#tests/support/jobs.ts';

const messages = acrossCircles(db, 'a message is its recipient’s');

let admin: Awaited<ReturnType<typeof person>>;
let cookie: string;
beforeEach(async () => {
  await messages.deleteFrom('message').execute();
  await db.deleteFrom('refused_address').execute();
  admin = await person('Ines');
  await db.insertInto('site_admin').values({ person_id: admin.personId }).execute();
  cookie = await signInCookie(admin);
});

const textOf = (body: string) =>
  body
    .replace(/<!-- -->/g, '')
    .replace(/<(script|style).*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const page = async (at = '/site/mail') => textOf((await ask(at, { cookie })).body);
const press = (at: string, form = {}) => ask(at, { cookie, form });

interface Given {
  kind?: string;
  to: string;
  said: string;
  at?: Date;
  given?: object;
}

async function deadLetter({ kind = 'account-notice', to, said, at = new Date(), given }: Given) {
  const { id } = await messages
    .insertInto('message')
    .values({
      ...{ kind, occasion: randomUUID(), recipient: `address:${to}`, said },
      given: JSON.stringify(given ?? { name: 'Zoë', email: to, what: 'password' }),
      ...{ attempts: 1, tried_at: at, failed_at: at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

test('what was given up is there with whom it is for, its kind and the reason, not what it says', async () => {
  const given = { name: 'Whispering', email: 'zoe@example.org', what: 'password' };
  const said = 'Message failed: 550 5.2.1 Mailbox disabled';
  await deadLetter({ to: 'zoe@example.org', said, given });
  const text = await page();
  expect(text).toContain('Word that a password or address was changed');
  expect(text).toMatch(/To zoe@example\.org, /);
  expect(text).toContain('The mail server refuses a message as it is.');
  expect(text).toContain(said);
  expect(text).not.toContain('Whispering');
});

test('sent again it is tried anew, and arrives', async () => {
  const id = await deadLetter({ to: 'zoe@example.org', said: 'Connection closed' });
  expect((await press(`/site/mail/${id}/sending`)).location).toBe('/site/mail');
  // A second press is the same one.
  await press(`/site/mail/${id}/sending`);
  expect(await mailTo('zoe@example.org')).toHaveLength(1);
  expect(await page()).toContain('Nothing was given up');
});

test('one that was sent, or waits, is not sent again by whoever asks for it', async () => {
  const to = `rui-${randomUUID()}@example.org`;
  const id = await deadLetter({ to, said: 'x' });
  await press(`/site/mail/${id}/sending`);
  await runJobs();
  await press(`/site/mail/${id}/sending`);
  await press('/site/mail/sending');
  expect(await mailTo(to)).toHaveLength(1);
});

test('a thousand are shown a page at a time, each once, and sent again in one go', async () => {
  const run = randomUUID();
  const at = (nth: number) => new Date(Date.now() - Math.floor(nth / 3) * 1000);
  await messages
    .insertInto('message')
    .values(
      Array.from({ length: 1000 }, (_, nth) => ({
        ...{
          kind: 'account-notice',
          occasion: run,
          recipient: `address:${nth}.${run}@example.org`,
        },
        given: JSON.stringify({ name: 'Z', email: `${nth}.${run}@example.org`, what: 'email' }),
        // Several were given up at the same moment.
        ...{ attempts: 10, tried_at: at(nth), failed_at: at(nth), said: 'Greeting never received' },
      })),
    )
    .execute();
  const seen: string[] = [];
  let pages = 0;
  for (let next: string | undefined = '/site/mail'; next; pages++) {
    const { body } = await ask(next, { cookie });
    seen.push(...[...body.matchAll(/(\d+)\.[\w-]+@example\.org/g)].map(([, nth]) => nth ?? ''));
    next = /<a[^>]*rel="next"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="next"/
      .exec(body)
      ?.slice(1)
      .find(Boolean);
  }
  expect(pages).toBe(1000 / LETTERS_A_PAGE);
  expect(new Set(seen).size).toBe(1000);
  expect(await page()).toContain('Send all 1000 again');
  await press('/site/mail/sending');
  const left = await messages
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('failed_at', 'is not', null)
    .executeTakeFirstOrThrow();
  expect(left.n).toBe(0);
  const text = await page();
  expect(text).toContain('Waits 1000');
});

test('a forgotten one is gone and nothing sends it, until that is taken back', async () => {
  const to = `rui-${randomUUID()}@example.org`;
  const id = await deadLetter({ to, said: 'x' });
  expect((await press(`/site/mail/${id}/forgetting`)).location).toBe('/site/mail');
  expect(await page()).not.toContain(to);
  await press('/site/mail/sending');
  expect(await mailTo(to)).toEqual([]);
  await press(`/site/mail/${id}/keeping`);
  expect(await page()).toContain(to);
});

test('an address that is not written to is there, and written to again once it is taken off', async () => {
  const to = `Rui-${randomUUID()}@example.org`;
  await db
    .insertInto('refused_address')
    .values({ address_key: to.toLowerCase(), address: to, said: '550 5.1.1 No such user' })
    .execute();
  expect(await page()).toContain('one address not written to any more');
  const id = await deadLetter({ to, said: '550 5.1.1 No such user' });
  await press(`/site/mail/${id}/sending`);
  await runJobs().catch(() => {});
  expect(await mailTo(to).catch(() => [])).toEqual([]);
  expect(await page('/site/mail/addresses')).toContain('550 5.1.1 No such user');
  expect((await press('/site/mail/addresses', { address: to })).location).toBe('/site/mail');
  await press(`/site/mail/${id}/sending`);
  expect(await mailTo(to)).toHaveLength(1);
  expect(await page('/site/mail/addresses')).toContain('No address is refused');
});

test('a test goes to whoever asks for it, and the page says what became of it', async () => {
  expect(await page()).not.toContain('Look again');
  expect((await press('/site/mail/test')).location).toBe('/site/mail');
  expect(await page()).toContain('waits to be sent. Look again');
  const [mail] = await mailTo(admin.email);
  expect(mail?.subject).toMatch(/^Mail from .* arrives$/);
  expect(await page()).toContain('The last one was put into the Outbox');
  await press('/site/mail/test');
  await messages
    .updateTable('message')
    .set({ attempts: 1, tried_at: new Date(), said: 'connect ECONNREFUSED 127.0.0.1:25' })
    .where('sent_at', 'is', null)
    .execute();
  const text = await page();
  expect(text).toContain('was not sent, and is tried again');
  expect(text).toContain('Nothing answers at the host and port in SMTP_URL.');
});

test('of who administers the site no longer no test is sent', async () => {
  await press('/site/mail/test');
  await db.deleteFrom('site_admin').where('person_id', '=', admin.personId).execute();
  expect(await mailTo(admin.email)).toEqual([]);
});
