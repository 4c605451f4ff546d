import { afterEach, expect, test, vi } from 'vitest';
import { post } from '#app/notifications/commands/post.server.ts';
import { log } from '#app/platform/log.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { noticeForwarding } from '#app/platform/settings/proxy.server.ts';
import { backUpNightly } from '#app/site/commands/back-up.server.ts';
import type { ClockFindings } from '#app/site/rules/known-clocks.ts';
import { mailComplaint } from '#app/site/rules/mail-complaint.ts';
import { complaintsOf, type SiteState } from '#app/site/rules/state.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { person } from '#tests/support/cast.ts';

const NOW = new Date('2026-11-27T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const GIB = 1024 ** 3;

const agreed: ClockFindings = {
  ...{ node: [], postgres: [], unknownToNode: [], unknownToPostgres: [], apart: [], left: 0 },
};

const well: SiteState = {
  octavo: '0.1.0',
  node: '22.11.0',
  zones: '2026d',
  startedAt: ago(600),
  clocks: { at: ago(600), zones: '2026d', found: agreed },
  database: { version: '18.4', where: 'bundled', size: 50_000_000, migration: '0019-backups' },
  connections: { inUse: 1, open: 3, most: 10, waiting: 0 },
  jobs: { scheduled: 4, due: 1, failed: 0, oldestDue: ago(1) },
  mail: { through: 'mail.example.org', waiting: 0, failing: null, givenUp: 0 },
  backups: { kept: 7, good: { endedAt: ago(600), file: '/data/x.zip', bytes: 9 }, failed: null },
  disk: { free: 40 * GIB, total: 100 * GIB },
  proxy: { trusted: 1, forwarded: true },
};

const clocks = (found: Partial<ClockFindings>, zones = '2026d') => ({
  clocks: { at: ago(600), zones, found: { ...agreed, ...found } },
});

test('when all is well nothing is said', () => {
  expect(complaintsOf(well, NOW)).toEqual({});
});

test.each<[string, Partial<SiteState>, RegExp]>([
  ['node', { node: '20.20.2' }, /Node 22/],
  [
    'clocks',
    clocks({ node: ['America/Vancouver', 'America/Edmonton', 'Africa/Casablanca'] }, '2025c'),
    /Vancouver, Edmonton and Casablanca .*\(2025c\).*A newer Node has newer ones/,
  ],
  [
    'clocks',
    { zones: '2026a' },
    /of this Node \(2026a\) are older .* \(2026d\)\. .* the newer one/,
  ],
  ['clocks', clocks({ unknownToNode: ['Mars/Olympus'] }), /knows Mars\/Olympus: .* in UTC\./],
  [
    'clocks',
    clocks({ unknownToNode: ['Mars/Olympus'], left: 2 }),
    /in UTC, and two of what is to come stay where they are\./,
  ],
  [
    'clocks',
    clocks({ postgres: ['America/Vancouver'] }),
    /in America\/Vancouver\. Octavo does not go by/,
  ],
  ['clocks', clocks({ apart: ['Africa/Cairo'] }), /in Africa\/Cairo\./],
  [
    'clocks',
    clocks({ unknownToPostgres: ['A/B', 'A/C', 'A/D', 'A/E', 'A/F', 'A/G'] }),
    /and 2 others/,
  ],
  ['connections', { connections: { inUse: 10, open: 10, most: 10, waiting: 4 } }, /DATABASE_POOL/],
  ['jobs', { jobs: { ...well.jobs, oldestDue: ago(25) } }, /25 minutes.*mail and reminders wait/],
  ['jobs', { jobs: { ...well.jobs, failed: 1 } }, /A job was given up/],
  ['jobs', { jobs: { ...well.jobs, failed: 3 } }, /3 jobs were given up/],
  ['backups', { backups: { kept: 0, good: null, failed: null } }, /BACKUPS=7/],
  ['backups', { backups: { kept: 7, good: null, failed: null } }, /coming night/],
  [
    'backups',
    { backups: { ...well.backups, failed: { endedAt: ago(5), problem: 'the disk is full.' } } },
    /not made: the disk is full/,
  ],
  [
    'backups',
    {
      backups: { kept: 0, good: { endedAt: ago(3 * 24 * 60), file: 'x', bytes: 1 }, failed: null },
    },
    /3 days old/,
  ],
  ['mail', { mail: { ...well.mail, givenUp: 1 } }, /A message was given up. The page Mail/],
  ['mail', { mail: { ...well.mail, givenUp: 7 } }, /7 messages were given up/],
  ['disk', { disk: { free: GIB / 2, total: 4 * GIB } }, /nearly full/],
  ['disk', { disk: { free: 20 * GIB, total: 1000 * GIB } }, /nearly full/],
  ['proxy', { proxy: { trusted: 0, forwarded: true } }, /TRUST_PROXY/],
])('%s: what is wrong is said with what to do', (part, wrong, words) => {
  const complaints = complaintsOf({ ...well, ...wrong }, NOW);
  expect(Object.keys(complaints)).toEqual([part]);
  expect(complaints[part as keyof SiteState]).toMatch(words);
});

test('what cannot be asked, and no proxy at all, is no complaint', () => {
  expect(
    complaintsOf({ ...well, disk: null, proxy: { trusted: 0, forwarded: false } }, NOW),
  ).toEqual({});
});

// As nodemailer, Node and OpenSSL say it.
test.each([
  ['Invalid login: 535 5.7.8 Error: authentication failed', /user and password/],
  ['self-signed certificate in certificate chain', /certificate/],
  ['getaddrinfo ENOTFOUND mail.example.invalid', /host in SMTP_URL/],
  ['connect ECONNREFUSED 127.0.0.1:25', /Nothing answers/],
  ['Greeting never received', /does not answer/],
  ['C0:error:0A00010B:SSL routines:ssl3_get_record:wrong version number', /smtps:\/\//],
  ['Can’t send mail - all recipients were rejected: 554 5.7.1 Relay access denied', /MAIL_FROM/],
  ['connect EHOSTUNREACH 192.0.2.7:587', /no way from this machine/],
  ['Mail command failed: 421 4.7.0 Rate limit exceeded', /only so much at a time/],
  ['Message failed: 550 5.7.1 Message rejected as spam', /source of spam/],
  ['Recipient command failed: 550 5.1.1 No such user', /address that somebody gave/],
  ['read ECONNRESET', /ended the connection/],
  ['Something that nobody has heard of', /words below/],
])('mail: %s', (said, words) => {
  expect(mailComplaint(said)).toMatch(words);
});

const spied: ReturnType<typeof vi.spyOn>[] = [];
afterEach(() => {
  for (const spy of spied.splice(0)) spy.mockRestore();
  (env as { BACKUPS: number }).BACKUPS = 0;
});

async function adminPage() {
  const admin = await person('Ines');
  await db
    .insertInto('site_admin')
    .values({ person_id: admin.personId })
    .onConflict((c) => c.doNothing())
    .execute();
  const { status, body } = await ask('/site/state', { cookie: await signInCookie(admin) });
  return { status, body: body.replace(/<!-- -->/g, '') };
}

test('the page shows the database, the newest backup and mail that is not sent', async () => {
  (env as { BACKUPS: number }).BACKUPS = 2;
  await backUpNightly(new Date('2026-11-27T02:43:00Z'));
  await post(db, {
    message: 'password-reset',
    given: { email: 'a@example.org', at: new Date().toISOString() },
    occasion: 'a',
    to: { address: 'a@example.org' },
  });
  await acrossCircles(db, 'a message is its recipient’s')
    .updateTable('message')
    .set({
      attempts: 2,
      tried_at: new Date(),
      said: 'Invalid login: 535 5.7.8 authentication failed',
    })
    .execute();
  const { status, body } = await adminPage();
  expect(status).toBe(200);
  expect(body).toMatch(/PostgreSQL<\/dt><dd>\d+\.\d+/);
  expect(body).toContain('one each night, 2 kept');
  expect(body).toContain('octavo-2026-11-27T024300Z.zip');
  expect(body).toContain('The mail server does not accept the user and password');
  expect(body).toContain('Invalid login: 535 5.7.8 authentication failed');
});

test('nobody else finds it', async () => {
  const stranger = await person('Mallory');
  expect((await ask('/site/state', { cookie: await signInCookie(stranger) })).status).toBe(404);
  expect((await ask('/site/state')).status).toBe(302);
});

test('a proxy that nobody trusts is one line in the log, and on the page', async () => {
  const warned = vi.spyOn(log, 'warn').mockImplementation(() => {});
  spied.push(warned);
  noticeForwarding({});
  expect(warned).not.toHaveBeenCalled();
  for (let at = 0; at < 3; at++) noticeForwarding({ 'x-forwarded-for': '203.0.113.9' });
  expect(warned).toHaveBeenCalledOnce();
  expect(warned.mock.calls[0]?.[0]).toMatch(/TRUST_PROXY/);
  expect((await adminPage()).body).toContain('seen, not trusted');
});
