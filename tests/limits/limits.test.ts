import { describe, expect, test } from 'vitest';
import { tidyAccounts } from '#app/accounts/commands/tidy.server.ts';
import type { MakingLimit } from '#app/platform/limits/making-limit.server.ts';
import { db } from '#db/database.server.ts';
import { type Answer, ask, signInCookie } from '#tests/support/ask.ts';
import { manifest } from '#tests/support/server-build.ts';
import type { Submission } from './scene.ts';
import { table } from './table.ts';

const files = import.meta.glob<Record<string, unknown>>('/app/*/limits.server.ts', { eager: true });

const isMakingLimit = (value: unknown): value is MakingLimit =>
  typeof value === 'object' && value !== null && 'rule' in value;

const cases = Object.entries(table).flatMap(([id, made]) =>
  typeof made === 'string' ? [] : made.map((one) => ({ id, name: one.limit.rule.name, ...one })),
);

test('every route that writes has its limits in the table, or the reason why it needs none', () => {
  const writing = Object.values(manifest).flatMap((route) =>
    route?.module.action ? [route.id] : [],
  );
  expect(Object.keys(table).sort()).toEqual(writing.sort());
});

test('every limit on making things is tried, has a name of its own, and says its number', () => {
  const limits = Object.values(files).flatMap((file) => Object.values(file).filter(isMakingLimit));
  const names = limits.map(({ rule }) => rule.name);
  expect(names.length).toBeGreaterThan(15);
  expect([...new Set(cases.map(({ name }) => name))].sort()).toEqual(names.sort());
  for (const { rule } of limits) {
    expect(rule.words(rule.points, 'in 12 minutes')).toContain(String(rule.points));
    expect(rule.words(rule.points, 'in 12 minutes')).toContain('in 12 minutes');
    // The same words stand on sites that no mail leaves.
    expect(rule.words(rule.points, 'in 12 minutes')).not.toMatch(
      /\btold\b|\bmail|\bsent (you|in)\b/,
    );
  }
});

/** The only count of a rule there is. */
async function countOf({ rule }: MakingLimit) {
  const rows = await db
    .selectFrom('rate_limit')
    .select(['key', 'points', 'expire'])
    .where('key', 'like', `${rule.name}:%`)
    .execute();
  expect(rows).toHaveLength(1);
  return rows[0]?.points;
}

const setCount = ({ rule }: MakingLimit, to: { points?: number; expire?: number }) =>
  db.updateTable('rate_limit').set(to).where('key', 'like', `${rule.name}:%`).execute();

const dataOf = ({ path, form }: Submission): Submission => {
  const [at, query] = path.split('?');
  return { path: `${at}.data${query ? `?${query}` : ''}`, form };
};

const plain = ({ body }: Answer) => body.replace(/<!-- -->/g, '').replaceAll('&#x27;', "'");

describe.each(cases)('$id, $name', ({ limit, repeat, scene }) => {
  const { points, seconds, words } = limit.rule;
  const saved = (answer: Answer) => expect([200, 303], plain(answer)).toContain(answer.status);

  test('lets its number through; the next is kept and told when to come again', async () => {
    const { who, mate, nth, byMate = nth(9), kept, made, unfit } = await scene();
    await db.deleteFrom('rate_limit').execute();
    const cookie = await signInCookie(who);
    const send = (one: Submission) => ask(one.path, { cookie, form: one.form });

    saved(await send(nth(0)));
    if (unfit) expect((await send(unfit)).status).toBe(422);
    expect(await countOf(limit), 'what was refused for what it says is not counted').toBe(1);
    await setCount(limit, { points: points - 1 });
    const last = await send(nth(1));
    saved(last);
    expect(await made()).toBe(2);

    for (const isData of [false, true]) {
      const refused = await send(isData ? dataOf(nth(2)) : nth(2));
      expect(refused.status).toBe(429);
      const wait = Number(refused.headers.get('Retry-After'));
      expect(wait).toBeGreaterThan(seconds - 60);
      expect(wait).toBeLessThanOrEqual(seconds);
      const said = words(points, seconds > 90 * 60 ? 'in 24 hours' : 'in 60 minutes');
      expect(plain(refused)).toContain(isData ? JSON.stringify(said).slice(1, -1) : said);
      for (const typed of kept) expect(plain(refused)).toContain(typed);
    }
    expect(await made()).toBe(2);
    expect(await countOf(limit), 'what was not made is not counted').toBe(points);

    const again = await send(nth(1));
    if (repeat === 'same')
      expect(again).toMatchObject({ status: last.status, location: last.location });
    else expect(again.status).toBe(repeat === 'another' ? 429 : 422);
    expect(await made()).toBe(2);

    const theirs = { cookie: await signInCookie(mate), form: byMate.form };
    saved(await ask(byMate.path, theirs));
  });

  test('is over with its window, and tidied then', async () => {
    const { who, nth, made } = await scene();
    await db.deleteFrom('rate_limit').execute();
    const cookie = await signInCookie(who);
    const send = (one: Submission) => ask(one.path, { cookie, form: one.form });
    saved(await send(nth(0)));
    await setCount(limit, { points });
    expect((await send(nth(1))).status).toBe(429);
    await setCount(limit, { expire: Date.now() - 1 });
    saved(await send(nth(1)));
    expect(await countOf(limit)).toBe(1);
    expect(await made()).toBe(2);
    await setCount(limit, { expire: Date.now() - 1 });
    await tidyAccounts();
    const left = db
      .selectFrom('rate_limit')
      .select('key')
      .where('key', 'like', `${limit.rule.name}:%`);
    expect(await left.execute()).toEqual([]);
  });

  test('holds under a rush: of six at once, the two that are left', async () => {
    const { who, nth, made } = await scene();
    await db.deleteFrom('rate_limit').execute();
    const cookie = await signInCookie(who);
    saved(await ask(nth(0).path, { cookie, form: nth(0).form }));
    await setCount(limit, { points: points - 2 });
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => ask(nth(n).path, { cookie, form: nth(n).form })),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
    for (const answer of answers) if (answer.status !== 429) saved(answer);
    expect(await made()).toBe(3);
    expect(await countOf(limit)).toBe(points);
  });
});
