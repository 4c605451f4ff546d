import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseEnv } from '#app/platform/settings/env.server.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

/** What a start says of these settings. */
function refusal(settings: Record<string, string>): string {
  try {
    parseEnv(settings);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was refused.');
}

test('nothing set is enough', () => {
  expect(parseEnv({})).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    APP_URL: 'http://localhost:3000',
    addressGiven: false,
    DATA_DIR: 'data',
  });
});

test('figures are for this machine only, and only when asked for', () => {
  expect(parseEnv({}).METRICS_PORT).toBeUndefined();
  expect(parseEnv({ METRICS_PORT: '9464', HOST: '0.0.0.0' })).toMatchObject({
    METRICS_PORT: 9464,
    METRICS_HOST: '127.0.0.1',
  });
});

test('an empty variable is an unset one', () => {
  expect(parseEnv({ SMTP_URL: '', DATABASE_URL: '', PORT: '' })).toMatchObject({ PORT: 3000 });
});

test.each([
  ['PORT', 'many', /PORT must be a number/],
  ['PORT', '70000', /between 1 and 65535/],
  ['PORT', '0', /between 1 and 65535/],
  ['METRICS_PORT', 'yes', /METRICS_PORT must be a number, for example 9464/],
  ['METRICS_PORT', '0', /METRICS_PORT must be between 1 and 65535/],
  ['METRICS_PORT', '3000', /METRICS_PORT must be another port than PORT/],
  ['METRICS_HOST', '0.0.0.0:9464', /METRICS_HOST must be an address.*METRICS_PORT/],
  ['HOST', 'http://0.0.0.0', /HOST must be an address of this machine/],
  ['HOST', '0.0.0.0:3000', /HOST must be an address of this machine/],
  ['HOST', '*', /0\.0\.0\.0 for all of them/],
  ['DATABASE_URL', 'mysql://localhost/x', /must start with postgres/],
  ['DATABASE_POOL', 'many', /DATABASE_POOL must be a number/],
  ['DATABASE_POOL', '1', /DATABASE_POOL must be at least 2/],
  ['DATABASE_PREPARED', 'off', /DATABASE_PREPARED must be yes or no/],
  ['DATABASE_PATIENCE', '0', /DATABASE_PATIENCE must be at least 1/],
  ['SMTP_URL', 'mail.example.org', /must start with smtp/],
  ['MAIL_FROM', 'octavo', /must look like/],
  ['BOOK_LOOKUP', 'yes', /BOOK_LOOKUP must be open-library/],
  ['BOOK_LOOKUP_URL', 'file:///etc/passwd', /BOOK_LOOKUP_URL must be an address/],
  ['MAIL_FROM', 'Octavo <a@b.example>\r\nBcc: <c@d.example>', /must look like/],
  ['TRUST_PROXY', 'true', /TRUST_PROXY must be how many reverse proxies.*write 1/],
  ['TRUST_PROXY', '10.0.0.1', /TRUST_PROXY must be how many reverse proxies/],
  ['TRUST_PROXY', '1.5', /TRUST_PROXY must be how many reverse proxies/],
  ['TRUST_PROXY', '-1', /TRUST_PROXY must be how many reverse proxies/],
  ['LOG_LEVEL', 'verbose', /LOG_LEVEL must be fatal, error, warn/],
  ['NODE_ENV', 'prod', /NODE_ENV must be production, or empty/],
])('%s=%s is refused in one line, with the remedy', (name, value, words) => {
  const said = refusal({ MAIL_FROM: 'Octavo <a@b.example>', [name]: value });
  expect(said).toMatch(words);
  expect(said.split('\n')).toHaveLength(1);
});

test('of several that are wrong, each has its line', () => {
  expect(refusal({ PORT: 'x', TRUST_PROXY: 'y' }).split('\n')).toEqual([
    expect.stringMatching(/^PORT /),
    expect.stringMatching(/^TRUST_PROXY /),
  ]);
});

test.each([
  ['https://circles.example.org/', 'https://circles.example.org'],
  ['HTTPS://Circles.Example.org', 'https://circles.example.org'],
  [' https://circles.example.org ', 'https://circles.example.org'],
  ['https://circles.example.org:443', 'https://circles.example.org'],
  ['http://circles.example.org:80/', 'http://circles.example.org'],
  ['https://circles.example.org:8443', 'https://circles.example.org:8443'],
  ['https://circles.example.org/?from=mail', 'https://circles.example.org'],
  ['https://circles.example.org/#top', 'https://circles.example.org'],
  ['https://circles.example.org.', 'https://circles.example.org'],
  ['https://bücherkreis.example', 'https://xn--bcherkreis-9db.example'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
])('APP_URL=%s is the site %s', (given, origin) => {
  expect(parseEnv({ APP_URL: given })).toMatchObject({ APP_URL: origin, addressGiven: true });
});

test.each([
  ['circles.example.org', 'https://circles.example.org.'],
  ['circles.example.org:8443/', 'https://circles.example.org:8443.'],
  ['localhost:3000', 'http://localhost:3000.'],
  ['ftp://circles.example.org', 'https://circles.example.org.'],
  ['javascript:alert(1)', 'for example https://circles.example.org.'],
  ['"https://circles.example.org"', 'for example https://circles.example.org.'],
  ['https://', 'for example https://circles.example.org.'],
  ['https://example.org/octavo', 'lives at the root of a host: write https://example.org,'],
  ['https://example.org/octavo/?x', 'lives at the root of a host: write https://example.org,'],
  ['https://ada:l0velace@example.org', 'write https://example.org'],
  ['http://0.0.0.0:3000', 'write http://localhost:3000'],
  ['http://[::]:3000', 'write http://localhost:3000'],
])('APP_URL=%s is refused in one line that says what to write', (given, words) => {
  const said = refusal({ APP_URL: given });
  expect(said).toContain(words);
  expect(said).toMatch(/^APP_URL must [^\n]+$/);
  expect(said).not.toContain('l0velace');
});

test.each([
  ['127.0.0.1', '127.0.0.1', 'http://localhost:4000'],
  ['localhost', 'localhost', 'http://localhost:4000'],
  ['0.0.0.0', '0.0.0.0', 'http://localhost:4000'],
  ['::', '::', 'http://localhost:4000'],
  ['[::]', '::', 'http://localhost:4000'],
  ['0:0:0:0:0:0:0:0', '0:0:0:0:0:0:0:0', 'http://localhost:4000'],
  ['::1', '::1', 'http://[::1]:4000'],
  ['192.168.1.5', '192.168.1.5', 'http://192.168.1.5:4000'],
  ['fd00::8', 'fd00::8', 'http://[fd00::8]:4000'],
  ['Bookshelf.local', 'Bookshelf.local', 'http://bookshelf.local:4000'],
])('without APP_URL, HOST=%s is at an address that can be opened', (given, host, address) => {
  expect(parseEnv({ HOST: given, PORT: '4000' })).toMatchObject({ HOST: host, APP_URL: address });
});

test('the port that http has anyway is not written', () => {
  expect(parseEnv({ PORT: '80' }).APP_URL).toBe('http://localhost');
});

test('sending mail needs a sender', () => {
  const smtp = { SMTP_URL: 'smtp://mail.example.org:587' };
  expect(refusal(smtp)).toMatch(
    /^MAIL_FROM must be set with SMTP_URL.*Octavo <octavo@example.org>/,
  );
  const from = 'Circles <post@example.org>';
  expect(parseEnv({ ...smtp, MAIL_FROM: from })).toMatchObject({ MAIL_FROM: from });
  expect(parseEnv({})).toMatchObject({ MAIL_FROM: 'Octavo <octavo@localhost.invalid>' });
});

const SECRET = 's3cr3t';
const AFTER = 'w0rd';

test.each([
  ['%23', '#', 'write # as %23'],
  ['%2F', '/', '/ as %2F'],
  ['%3F', '?', '? as %3F'],
  ['%25', '%', 'write it as %25'],
])('a password with an unencoded %s is refused, and none of it shown', (_, character, words) => {
  // Digits before it would be taken for a port, what follows it for a path.
  for (const start of [SECRET, '5432']) {
    for (const [name, scheme] of [
      ['DATABASE_URL', 'postgres'],
      ['SMTP_URL', 'smtp'],
    ] as const) {
      const url = `${scheme}://octavo:${start}${character}${AFTER}@db.example.org/octavo`;
      const said = refusal({ [name]: url, MAIL_FROM: 'Octavo <a@b.example>' });
      expect(said).toContain(words);
      expect(said).toMatch(new RegExp(`^${name} [^\\n]+$`));
      expect(said).not.toContain(start);
      expect(said).not.toContain(AFTER);
      expect(said).not.toContain('octavo:');
    }
  }
});

test.each([
  ['smtp://post@example.org:pass:word@mail.example.org:587', 'mail.example.org:587'],
  ['smtp://post:a%23b%40c@mail.example.org:587', 'mail.example.org:587'],
  ['smtps://post:a@b@mail.example.org', 'mail.example.org'],
  ['smtps://post:word@mail.example.org:465?tls.rejectUnauthorized=false', 'mail.example.org:465'],
  ['smtp://[::1]:1025', '[::1]:1025'],
  ['smtp://localhost:25', 'localhost:25'],
])('SMTP_URL=%s is taken', (url, host) => {
  const parsed = parseEnv({ SMTP_URL: url, MAIL_FROM: 'Octavo <a@b.example>' });
  expect(new URL(parsed.SMTP_URL ?? '').host).toBe(host);
});

test.each([
  ['smtp://', 'no host'],
  ['smtp://:587', 'no host'],
  ['smtp://post:s3cr3t@', 'no host'],
  ['smtp://post:s3cr3t@:587', 'no host'],
  ['smtp://post:s3cr3t@mail.example.org:submission', 'a port that is no number'],
  ['smtp://post:s3cr3t@mail.example.org:', 'a port that is no number'],
  ['smtp://post:s3cr3t@mail.example.org:70000', 'a port that is no number'],
  ['smtp://post:s3cr3t@mail example.org', 'not an address'],
  ['smtp://post@mail.example.org:587', 'a user and no password'],
  ['smtp://post:s3cr3t@mail.example.org:465', 'smtps:// for port 465'],
  ['smtps://post:s3cr3t@mail.example.org:587', 'smtp:// for port 587'],
])('SMTP_URL=%s is refused in one line', (url, words) => {
  const said = refusal({ SMTP_URL: url, MAIL_FROM: 'Octavo <a@b.example>' });
  expect(said).toContain(words);
  expect(said).toMatch(/^SMTP_URL [^\n]+$/);
  expect(said).not.toContain('s3cr3t');
});

test.each([
  ['postgres://octavo:s3cr3t@db.example.org:many/octavo', 'a port that is no number'],
  ['postgres://octavo:s3cr3t@:5432/octavo', 'no host'],
])('DATABASE_URL=%s is refused in one line', (url, words) => {
  const said = refusal({ DATABASE_URL: url });
  expect(said).toContain(words);
  expect(said).toMatch(/^DATABASE_URL [^\n]+$/);
  expect(said).not.toContain('s3cr3t');
});

describe('secrets in files', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  const file = (text: string) => {
    const path = join(folder, 'secret');
    writeFileSync(path, text);
    return path;
  };
  const from = 'Octavo <octavo@example.org>';

  test.each([
    ['SMTP_URL', 'smtp://post:p%40ss@mail.example.org:587'],
    ['DATABASE_URL', 'postgres://octavo:p%40ss@db.example.org/octavo'],
  ])('%s_FILE is read as the setting itself, without its line end', (name, secret) => {
    const settings = { [`${name}_FILE`]: file(`${secret}\n`), [name]: '', MAIL_FROM: from };
    const read = parseEnv(settings) as Record<string, unknown>;
    expect(read[name]).toBe((parseEnv({ [name]: secret, MAIL_FROM: from }) as never)[name]);
    expect(read[name]).toContain('p%40ss');
  });

  test.each(['SMTP_URL', 'DATABASE_URL'])('%s twice is refused, with the remedy', (name) => {
    const settings = { [name]: 'smtp://secret', [`${name}_FILE`]: file('smtp://secret') };
    expect(refusal({ ...settings, MAIL_FROM: from })).toContain(
      `${name} and ${name}_FILE are both set: take one of them away.`,
    );
  });

  test('a file that is not there, or empty, is refused by its name', () => {
    expect(refusal({ SMTP_URL_FILE: join(folder, 'none') })).toMatch(
      /SMTP_URL_FILE names .*none, which cannot be read \(ENOENT\)/,
    );
    expect(refusal({ SMTP_URL_FILE: folder })).toContain('(EISDIR)');
    expect(refusal({ DATABASE_URL_FILE: file('\n') })).toContain('which is empty');
  });

  test('what is wrong in it is said as of the setting, and shows nothing of it', () => {
    const said = refusal({ SMTP_URL_FILE: file('post:hunter2@mail'), MAIL_FROM: from });
    expect(said).toContain('SMTP_URL must start with smtp://');
    expect(said).not.toContain('hunter2');
  });

  test('the sender is asked for as well', () => {
    expect(refusal({ SMTP_URL_FILE: file('smtp://mail.example.org') })).toContain('MAIL_FROM');
  });
});
