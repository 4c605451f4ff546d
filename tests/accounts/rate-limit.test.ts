import { describe, expect, test } from 'vitest';
import { tidyAccounts } from '#app/accounts/commands/tidy.server.ts';
import { limit, network } from '#app/platform/limits/rate-limit.server.ts';
import { db } from '#db/database.server.ts';

describe('a limit', () => {
  test('lets its number through and says when to try again', async () => {
    const three = limit({ name: 'three', points: 3, seconds: 600 });
    for (let i = 0; i < 3; i++) expect(await three.take('a')).toEqual({ ok: true });
    const refused = await three.take('a');
    expect(refused).toEqual({ ok: false, retryAfter: expect.any(Number) });
    expect(!refused.ok && refused.retryAfter).toBeGreaterThan(590);
    expect(await three.take('b')).toEqual({ ok: true });
  });

  test('is not prolonged by trying on', async () => {
    const two = limit({ name: 'two', points: 2, seconds: 600 });
    const until = async () =>
      (
        await db
          .selectFrom('rate_limit')
          .select('expire')
          .where('key', 'like', 'two:%')
          .executeTakeFirstOrThrow()
      ).expire;
    await two.take('a');
    const first = await until();
    for (let i = 0; i < 5; i++) await two.take('a');
    expect(await until()).toBe(first);
  });

  test('begins anew when its window is over', async () => {
    const one = limit({ name: 'one', points: 1, seconds: 600 });
    await one.take('a');
    expect((await one.take('a')).ok).toBe(false);
    await db
      .updateTable('rate_limit')
      .set({ expire: Date.now() - 1 })
      .where('key', 'like', 'one:%')
      .execute();
    expect((await one.take('a')).ok).toBe(true);
  });

  test('gives back and forgets', async () => {
    const one = limit({ name: 'back', points: 1, seconds: 600 });
    await one.take('a');
    await one.giveBack('a');
    expect((await one.take('a')).ok).toBe(true);
    expect((await one.take('a')).ok).toBe(false);
    await one.forget('a');
    expect((await one.take('a')).ok).toBe(true);
  });

  test('holds between processes and under a rush', async () => {
    const here = limit({ name: 'rush', points: 5, seconds: 600 });
    const there = limit({ name: 'rush', points: 5, seconds: 600 });
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? here : there).take('a')),
    );
    expect(taken.filter(({ ok }) => ok)).toHaveLength(5);
  });

  test('keeps two-part keys apart from one another', async () => {
    const one = limit({ name: 'parts', points: 1, seconds: 600 });
    expect((await one.take('a', 'bc')).ok).toBe(true);
    expect((await one.take('ab', 'c')).ok).toBe(true);
  });
});

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:ffff::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%s is of the network %s', (ip, of) => {
  expect(network(ip)).toBe(of);
});

test('tidying removes what has expired and nothing else', async () => {
  await db
    .insertInto('rate_limit')
    .values([
      { key: 'tidy:old', points: 1, expire: Date.now() - 1000 },
      { key: 'tidy:new', points: 1, expire: Date.now() + 60_000 },
    ])
    .execute();
  const signUp = { name: 'Rui', password_hash: '-', time_zone: 'UTC' };
  await db
    .insertInto('sign_up')
    .values([
      { ...signUp, email: 'old@example.org', expires_at: new Date(Date.now() - 1000) },
      { ...signUp, email: 'new@example.org', expires_at: new Date(Date.now() + 60_000) },
    ])
    .execute();

  await tidyAccounts();

  const keys = await db
    .selectFrom('rate_limit')
    .select('key')
    .where('key', 'like', 'tidy:%')
    .execute();
  expect(keys).toEqual([{ key: 'tidy:new' }]);
  expect(await db.selectFrom('sign_up').select('email').execute()).toEqual([
    { email: 'new@example.org' },
  ]);
});
