import { parseOptions } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { createAccount } from '#app/accounts/commands/create-account.server.ts';
import { chosenPassword, isCommon } from '#app/accounts/forms.ts';
import { isAboutOwner } from '#app/accounts/rules/accounts.ts';
import { commonPasswords } from '#app/accounts/rules/known-passwords.server.ts';
import { hashPassword, isOutdated, isPassword } from '#app/accounts/rules/passwords.server.ts';
import { db } from '#db/database.server.ts';
import { address, PASSWORD } from '#tests/accounts/given.ts';

const reason = (password: string) => chosenPassword.safeParse(password).error?.issues[0]?.message;

describe('a new password', () => {
  test.each([
    ['with 8 characters', 'x7 kl!pQ'],
    ['with 256 characters', 'ab'.repeat(128)],
    ['of lower case letters only', 'wheelbarrow moonlight'],
    ['with spaces around it', '  three odd words  '],
    ['in another script', 'γάτα και σκύλος'],
    ['of symbols that are one character each', '🍋🌲🐙🎻🧵🪁🛶🥁'],
  ])('%s is taken', (_, password) => {
    expect(reason(password)).toBeUndefined();
  });

  test.each([
    ['with 7 characters', 'x7kl!pQ', 'Use at least 8 characters.'],
    ['with 7 characters outside the first plane', '🍋🌲🐙🎻🧵🪁🛶', 'Use at least 8 characters.'],
    ['with 257 characters', `${'ab'.repeat(128)}c`, 'Keep it to 256 characters.'],
    ['that normalises beyond 256', 'ﷺ'.repeat(20), 'Keep it to 256 characters.'],
    ['much too long', 'x y'.repeat(100_000), 'Keep it to 256 characters.'],
    ['that many people use', 'iloveyou', expect.stringContaining('Many people')],
    ['that many people use, in capitals', 'PASSWORD1', expect.stringContaining('Many people')],
    [
      'that many people use, in full-width letters',
      'ｐａｓｓｗｏｒｄ',
      expect.stringContaining('Many people'),
    ],
    ['of one character over and over', 'zzzzzzzzzzz', expect.stringContaining('Many people')],
  ])('%s is refused', (_, password, words) => {
    expect(reason(password)).toEqual(words);
  });

  test('is normalised, and otherwise left as it was typed', () => {
    expect(chosenPassword.parse('  Ångström ﬁve  ')).toBe('  Ångström five  ');
  });

  test.each([
    ['tomasz nowak', true],
    ['TomaszNowak1', true],
    ['T.Nowak@example.org', true],
    ['t.nowak2024', true],
    ['nowaknowak', false],
    ['tomasz eats pears', false],
    ['a lantern under the willow', false],
  ])('%s is about its owner: %s', (password, about) => {
    const owner = { name: 'Tomasz Nowak', email: 't.nowak@example.org' };
    expect(isAboutOwner(password, owner)).toBe(about);
  });

  test('about its owner makes no account, whichever form it came by', async () => {
    const email = address('tomasz');
    const made = await db.transaction().execute((tx) =>
      createAccount(tx, {
        name: 'Tomasz Nowak',
        email,
        password: 'tomasznowak',
        timeZone: 'UTC',
      }),
    );
    expect(made).toEqual({ ok: false, reason: 'password-about-owner' });
    const rows = await db.selectFrom('person').select('id').where('email', '=', email).execute();
    expect(rows).toEqual([]);
  });
});

test('the list holds ten thousand passwords that could be chosen here', () => {
  expect(commonPasswords.size).toBe(10_000);
  expect([...commonPasswords].filter((word) => [...word].length < 8)).toEqual([]);
  expect([...commonPasswords].filter((word) => word !== word.toLowerCase())).toEqual([]);
  for (const word of ['password', '12345678', 'qwertyuiop', 'liverpool', 'trustno1']) {
    expect(isCommon(word)).toBe(true);
  }
  expect(isCommon(PASSWORD)).toBe(false);
});

describe('a stored password', () => {
  test('is argon2id with OWASP’s parameters and its own salt', async () => {
    const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).not.toBe(other);
    expect(parseOptions(one)).toMatchObject({
      algorithm: 2,
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
      saltLen: 16,
      outputLen: 32,
    });
    expect(isOutdated(one)).toBe(false);
  });

  test('is recognised, and nothing else is', async () => {
    const stored = await hashPassword(PASSWORD);
    expect(await isPassword(stored, PASSWORD)).toBe(true);
    expect(await isPassword(stored, `${PASSWORD}.`)).toBe(false);
    expect(await isPassword(stored, '')).toBe(false);
    expect(await isPassword('no hash at all', PASSWORD)).toBe(false);
    expect(await isPassword(null, PASSWORD)).toBe(false);
  });
});

test('two accounts with one address at once: one is made', async () => {
  const email = address('rui');
  const make = (given: string) =>
    db
      .transaction()
      .execute((tx) =>
        createAccount(tx, { name: 'Rui', email: given, password: PASSWORD, timeZone: 'UTC' }),
      );
  const made = await Promise.all([make(email), make(email.toUpperCase()), make(email)]);
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  expect(made.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, reason: 'email-taken' }));
});
