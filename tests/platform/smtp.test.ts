import { createServer, type Socket } from 'node:net';
import { Logger, runOnce } from 'graphile-worker';
import { sql } from 'kysely';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { markEmailConfirmed } from '#app/accounts/commands/create-account.server.ts';
import { mailComplaint } from '#app/site/rules/mail-complaint.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { account, address, elsewhere } from '#tests/accounts/given.ts';
import { ask } from '#tests/support/ask.ts';
import { type MailServer, SENDER, startMailServer } from '#tests/support/mail-server.ts';
import { freePort } from '#tests/support/octavo.ts';

const silent = new Logger(() => () => {});
const PASSWORD = encodeURIComponent(SENDER.password);
const USER = encodeURIComponent(SENDER.user);

let to: string;
let servers: MailServer[] = [];
beforeEach(async () => {
  to = address('zoe');
  await account({ name: 'Zoë', email: to });
  // The one message that waits: a link to choose a new password.
  await ask('/forgot-password', { form: { email: to }, ip: elsewhere() });
});
afterEach(async () => {
  await sql`delete from graphile_worker._private_jobs`.execute(db);
  await messages().deleteFrom('message').execute();
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
});

async function serve(options?: SMTPServerOptions, port?: number): Promise<MailServer> {
  const server = await startMailServer(options, port);
  servers.push(server);
  return server;
}

/** A process with these settings works on the jobs that are due, those that failed among them. */
async function work(smtp: string, from = 'Our circles <post@circles.example>') {
  vi.resetModules();
  vi.stubEnv('SMTP_URL', smtp);
  vi.stubEnv('MAIL_FROM', from);
  await sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
    from graphile_worker.jobs`.execute(db);
  const { taskList } = await import('#app/jobs.server.ts');
  const { databasePool, closeDatabase } = await import('#db/database.server.ts');
  const pgPool = databasePool();
  await runOnce({ pgPool, taskList, logger: silent, noHandleSignals: true });
  await closeDatabase();
}

const messages = () => acrossCircles(db, 'a message is its recipient’s');

/** The messages that are neither sent nor given up: each with a job that tries again. */
async function waiting() {
  const rows = await messages()
    .selectFrom('message')
    .select(['id', 'attempts', 'said'])
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .execute();
  const jobs = await sql<{ id: number }>`
    select (payload ->> 'messageId')::bigint as id from graphile_worker._private_jobs`.execute(db);
  expect(jobs.rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  return rows;
}

/** What keeps the message, which is neither lost nor given up. */
async function failure(): Promise<string> {
  const [message, ...others] = await waiting();
  expect(others).toEqual([]);
  expect(message?.attempts).toBeGreaterThan(0);
  return message?.said ?? '';
}

/** The message that arrived there: once, whole, and nothing waits any more. */
async function arrived(server: MailServer) {
  expect(await waiting()).toEqual([]);
  expect(server.received).toHaveLength(1);
  const [message] = server.received;
  expect(message?.to).toEqual([to]);
  expect(message?.data).toMatch(/\/reset-password\//);
  return message;
}

const at = ({ port }: MailServer, query = '', password = PASSWORD) =>
  `smtp://${USER}:${password}@127.0.0.1:${port}${query}`;
const TRUSTING = '?tls.rejectUnauthorized=false';

test('a message is handed over to one recipient, with its sender', async () => {
  const server = await serve({ authOptional: true });
  await work(`smtp://127.0.0.1:${server.port}?ignoreTLS=true`);
  const message = await arrived(server);
  expect(message).toMatchObject({ from: 'post@circles.example', user: null, encrypted: false });
  expect(message?.data).toMatch(/^From: Our circles <post@circles\.example>$/m);
  expect(message?.data).toMatch(/^Message-ID: <[\w-]{43}@localhost>$/m);
});

test('user and password are said encrypted, after STARTTLS or from the beginning', async () => {
  const upgraded = await serve();
  await work(at(upgraded, TRUSTING));
  expect(await arrived(upgraded)).toMatchObject({ user: SENDER.user, encrypted: true });

  await ask('/forgot-password', { form: { email: to }, ip: elsewhere() });
  const encrypted = await serve({ secure: true });
  await work(at(encrypted, TRUSTING).replace('smtp:', 'smtps:'));
  expect(await arrived(encrypted)).toMatchObject({ user: SENDER.user, encrypted: true });
});

test('a wrong password', async () => {
  const server = await serve();
  await work(at(server, TRUSTING, 'guessed'));
  const said = await failure();
  expect(said).toMatch(/Invalid login: 535/);
  expect(said).not.toContain('guessed');
  expect(server.received).toEqual([]);
  await work(at(server, TRUSTING));
  await arrived(server);
});

test('a certificate that signed itself, with STARTTLS and without', async () => {
  const server = await serve();
  await work(at(server));
  expect(await failure()).toMatch(/self-signed certificate/);
  const encrypted = await serve({ secure: true });
  await work(at(encrypted).replace('smtp:', 'smtps:'));
  expect(await failure()).toMatch(/self-signed certificate/);
  expect([...server.received, ...encrypted.received]).toEqual([]);
  await work(at(server, TRUSTING));
  await arrived(server);
});

test('a sender that the server does not send for', async () => {
  const server = await serve({
    onMailFrom({ address: sender }, _, done) {
      if (sender === SENDER.user) return done();
      done(new Error(`5.7.1 <${sender}>: Sender address rejected: not owned by user`));
    },
  });
  await work(at(server, TRUSTING), 'Octavo <octavo@elsewhere.example>');
  expect(await failure()).toMatch(/Mail command failed: 550 .*Sender address rejected/);
  expect(server.received).toEqual([]);
  await work(at(server, TRUSTING));
  await arrived(server);
});

test('nobody answers there, then somebody does', async () => {
  const port = await freePort();
  const url = `smtp://${USER}:${PASSWORD}@127.0.0.1:${port}${TRUSTING}`;
  await work(url);
  expect(await failure()).toMatch(/ECONNREFUSED/);
  const server = await serve({}, port);
  await work(url);
  await arrived(server);
});

test('somebody answers without a word', async () => {
  const sockets: Socket[] = [];
  const silence = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await new Promise((resolve) => silence.once('listening', resolve));
  const { port } = silence.address() as { port: number };
  await work(`smtp://127.0.0.1:${port}?greetingTimeout=300`);
  expect(await failure()).toMatch(/Greeting never received/);
  for (const socket of sockets) socket.destroy();
  silence.close();
  const server = await serve();
  await work(at(server, TRUSTING));
  await arrived(server);
});

test('plain words where encrypted ones are expected', async () => {
  const server = await serve();
  await work(at(server).replace('smtp:', 'smtps:'));
  expect(await failure()).toMatch(/wrong version number/);
  await work(at(server, TRUSTING));
  await arrived(server);
});

/** What a message was given up for: no job tries it again. */
async function givenUp(): Promise<string> {
  expect(await waiting()).toEqual([]);
  const [message, ...others] = await messages()
    .selectFrom('message')
    .select(['said', 'attempts'])
    .where('failed_at', 'is not', null)
    .execute();
  expect(others).toEqual([]);
  expect(message?.attempts).toBe(1);
  return message?.said ?? '';
}

/** A server that is asked for a message and says no to one step of it, in these words. */
const no = (words: string, responseCode = 550) => Object.assign(new Error(words), { responseCode });

test.each<[string, SMTPServerOptions, string, RegExp]>([
  [
    'a sender that is refused without a reason',
    { onMailFrom: (_, __, done) => done(no('Go away')) },
    'Mail command failed: 550 Go away',
    /MAIL_FROM/,
  ],
  [
    'a sender that is refused when the recipient is named',
    { onRcptTo: (_, __, done) => done(no('5.1.0 <post@circles.example>: Sender rejected')) },
    'all recipients were rejected: 550 5.1.0',
    /MAIL_FROM/,
  ],
  [
    'a machine that it takes nothing from',
    { onRcptTo: (_, __, done) => done(no('5.7.1 Relay access denied', 554)) },
    'all recipients were rejected: 554 5.7.1',
    /MAIL_FROM/,
  ],
  [
    'a machine that it knows as a source of spam',
    { onMailFrom: (_, __, done) => done(no('5.7.1 Your network is on our block list')) },
    'Mail command failed: 550 5.7.1 Your network',
    /source of spam/,
  ],
  [
    'a server that is to be asked again later',
    { onRcptTo: (_, __, done) => done(no('4.2.0 Greylisted', 450)) },
    'all recipients were rejected: 450 4.2.0',
    /come again later/,
  ],
  [
    'a mailbox that is full',
    { onRcptTo: (_, __, done) => done(no('4.2.2 Over quota', 452)) },
    'all recipients were rejected: 452 4.2.2',
    /mailbox is full/,
  ],
])(
  '%s is said on the site’s page with its reason, and it is tried again',
  async (_, options, said, words) => {
    const server = await serve(options);
    await work(at(server, TRUSTING));
    expect(await failure()).toContain(said);
    expect(mailComplaint(await failure())).toMatch(words);
  },
);

test.each<[string, SMTPServerOptions, string, RegExp]>([
  [
    'an address that is not known there',
    { onRcptTo: (_, __, done) => done(no('5.1.1 No such person here')) },
    'all recipients were rejected: 550 5.1.1',
    /address that somebody gave/,
  ],
  [
    'a mailbox that is closed',
    { onRcptTo: (_, __, done) => done(no('5.2.1 Mailbox disabled')) },
    'all recipients were rejected: 550 5.2.1',
    /address that somebody gave/,
  ],
  [
    'a message that is refused as it is',
    { onData: (stream, _, done) => stream.resume().on('end', () => done(no('Not like this'))) },
    'Message failed: 550 Not like this',
    /refuses a message as it is/,
  ],
  [
    'a message that is too large',
    {
      onData: (stream, _, done) =>
        stream.resume().on('end', () => done(no('Message exceeds maximum size', 552))),
    },
    'Message failed: 552',
    /larger than the mail server/,
  ],
])('%s is said with its reason, and it is given up at once', async (_, options, said, words) => {
  const server = await serve(options);
  await work(at(server, TRUSTING));
  expect(await givenUp()).toContain(said);
  expect(mailComplaint(await givenUp())).toMatch(words);
});

test.each([
  ['no password, where the server wants one', TRUSTING, {}, /SMTP_URL has none/],
  [
    'no encryption, where it is asked for',
    `${TRUSTING}&requireTLS=true`,
    { hideSTARTTLS: true, disabledCommands: ['STARTTLS'], authOptional: true },
    /does not speak TLS/,
  ],
])('%s', async (_, query, options, words) => {
  const server = await serve(options);
  await work(`smtp://127.0.0.1:${server.port}${query}`);
  expect(mailComplaint(await failure())).toMatch(words);
});

test.each([
  ['hangs up at once', '', /Connection closed unexpectedly|ECONNRESET/, /ended the connection/],
  ['hangs up in the middle', '220 hello\r\n', /closed|ECONNRESET/, /ended the connection/],
  ['is no mail server', 'HTTP/1.1 400 Bad Request\r\n\r\n', /Invalid greeting/, /no mail server/],
])('what answers there %s', async (_, words, said, complaint) => {
  const other = createServer((socket) => socket.on('error', () => {}).end(words));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()));
  const { port } = other.address() as { port: number };
  await work(`smtp://127.0.0.1:${port}`);
  other.close();
  expect(await failure()).toMatch(said);
  expect(mailComplaint(await failure())).toMatch(complaint);
});

test('a host that is not known', async () => {
  await work('smtp://mail.nowhere.invalid:587');
  expect(await failure()).toMatch(/ENOTFOUND|EAI_AGAIN/);
});

test('a server that takes it later, and one that hangs up in the middle', async () => {
  let tries = 0;
  const server = await serve({
    onRcptTo(_, __, done) {
      if (++tries > 1) return done();
      done(Object.assign(new Error('4.2.0 Greylisted, try again later'), { responseCode: 450 }));
    },
  });
  await work(at(server, TRUSTING));
  expect(await failure()).toMatch(/450 .*Greylisted/);
  const hangsUp = await serve({ onData: (stream) => stream.once('data', () => stream.destroy()) });
  await work(at(hangsUp, `${TRUSTING}&socketTimeout=500`));
  expect(await failure()).not.toMatch(/Greylisted/);
  expect((await waiting())[0]?.attempts).toBe(2);
  expect(server.received).toEqual([]);
  await work(at(server, TRUSTING));
  await arrived(server);
  // And not once more.
  await work(at(server, TRUSTING));
  await arrived(server);
});

test('after ten tries in vain it is given up; nothing is tried once more', async () => {
  const port = await freePort();
  for (let time = 1; time <= 10; time++) {
    await work(`smtp://127.0.0.1:${port}`);
    if (time < 10) expect(await waiting()).toMatchObject([{ attempts: time }]);
  }
  expect(await waiting()).toEqual([]);
  const given = await messages().selectFrom('message').select(['failed_at', 'said']).execute();
  expect(given).toEqual([{ failed_at: expect.any(Date), said: expect.stringMatching(/REFUSED/) }]);
  const server = await serve({ authOptional: true });
  await work(`smtp://127.0.0.1:${server.port}?ignoreTLS=true`);
  expect(server.received).toEqual([]);
});

test('to an address that there is not nothing more is sent, until it is confirmed', async () => {
  let asked = 0;
  const server = await serve({
    onRcptTo(_, __, done) {
      asked++;
      done(no('5.1.1 No such person here'));
    },
  });
  await work(at(server, TRUSTING));
  expect(await givenUp()).toContain('No such person');
  await ask('/forgot-password', { form: { email: to.toUpperCase() }, ip: elsewhere() });
  await work(at(server, TRUSTING));
  expect(asked).toBe(1);
  const said = await messages()
    .selectFrom('message')
    .select(['said', 'attempts'])
    .where('failed_at', 'is not', null)
    .execute();
  expect(said).toHaveLength(2);
  expect(said[0]).toEqual(said[1]);

  const { id } = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', to)
    .executeTakeFirstOrThrow();
  await db.transaction().execute((tx) => markEmailConfirmed(tx, id, to));
  await messages().deleteFrom('message').execute();
  await ask('/forgot-password', { form: { email: to }, ip: elsewhere() });
  const well = await serve();
  await work(at(well, TRUSTING));
  await arrived(well);
});

test('an address that answers no for another reason is written to again', async () => {
  const full = await serve({ onRcptTo: (_, __, done) => done(no('5.2.2 Mailbox full', 552)) });
  await work(at(full, TRUSTING));
  expect(await givenUp()).toContain('Mailbox full');
  await ask('/forgot-password', { form: { email: to }, ip: elsewhere() });
  const well = await serve();
  await work(at(well, TRUSTING));
  await arrived(well);
});

const idOf = ({ data }: { data: string }) => /^Message-ID: (.*)$/m.exec(data)?.[1];

test('a server that takes it and hangs up before it says so gets it once more, as the same', async () => {
  const cut: string[] = [];
  const hangsUp: MailServer = await serve({
    authOptional: true,
    onData(stream) {
      let data = '';
      stream.setEncoding('utf8').on('data', (chunk) => {
        data += chunk;
      });
      stream.on('end', () => {
        cut.push(data);
        hangsUp.hangUp();
      });
    },
  });
  await work(`smtp://127.0.0.1:${hangsUp.port}?ignoreTLS=true&socketTimeout=20000`);
  await failure();
  const server = await serve({ authOptional: true });
  await work(`smtp://127.0.0.1:${server.port}?ignoreTLS=true`);
  const message = await arrived(server);
  expect(cut).toHaveLength(1);
  expect(message && idOf(message)).toBe(idOf({ data: cut[0] ?? '' }));
});

test('a server that takes it and says nothing any more gets it once more, as the same', async () => {
  const cut: string[] = [];
  const silent = await serve({
    authOptional: true,
    onData(stream) {
      let data = '';
      stream.setEncoding('utf8').on('data', (chunk) => {
        data += chunk;
      });
      stream.on('end', () => cut.push(data));
    },
  });
  await work(`smtp://127.0.0.1:${silent.port}?ignoreTLS=true&socketTimeout=400`);
  expect(await failure()).toMatch(/timeout/i);
  const server = await serve({ authOptional: true });
  await work(`smtp://127.0.0.1:${server.port}?ignoreTLS=true`);
  const message = await arrived(server);
  expect(message && idOf(message)).toBe(idOf({ data: cut[0] ?? '' }));
});
