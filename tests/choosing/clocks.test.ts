import { expect, test } from 'vitest';
import { cancelChoice } from '#app/choosing/commands/cancel-choice.server.ts';
import { keepChoiceClocks } from '#app/choosing/commands/keep-choice-clocks.server.ts';
import { moveChoice } from '#app/choosing/commands/move-choice.server.ts';
import { HOUR } from '#app/time/spans.ts';
import { momentOfClock, type ReadClock } from '#app/time/wall-clock.ts';
import { circleOf } from '#tests/support/cast.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { choiceIn, now, waitingJobs } from './support.ts';

const zone = 'America/Vancouver';
const newRules: ReadClock = (clock) => {
  const moment = momentOfClock(clock);
  return moment && clock.time_zone === zone ? new Date(moment.getTime() - HOUR) : moment;
};
const until = { date: '2098-09-10', time: '18:30', zone };
const [BEFORE, AFTER] = ['2098-09-11T01:30:00.000Z', '2098-09-11T00:30:00.000Z'];

const rowOf = async (id: number) => {
  const { closes_at, closes_on, closes_time, version } = await db
    .selectFrom('book_choice')
    .select(['closes_at', 'closes_on', 'closes_time', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { at: closes_at.toISOString(), clock: `${closes_on} ${closes_time}`, version };
};

const dueOf = async (id: number) =>
  (await waitingJobs(id)).flatMap(({ name, runAt }) =>
    name === 'close-choice' ? runAt?.toISOString() : [],
  );

test('a choice closes at the hour that was said, and what waits for it follows', async () => {
  const { host } = await circleOf();
  const id = await choiceIn(host, until);
  const elsewhere = await choiceIn((await circleOf()).host);
  const before = await rowOf(elsewhere);
  expect(await rowOf(id)).toEqual({ at: BEFORE, clock: '2098-09-10 18:30', version: 1 });
  const told = (await messagesOf('choice-told')).length;
  expect(await keepChoiceClocks({ now })).toBe(0);
  const both = await Promise.all([1, 2].map(() => keepChoiceClocks({ now, read: newRules })));
  expect(both.sort()).toEqual([0, 1]);
  // Whoever has its form open shows another moment: their change is asked for again.
  expect(await rowOf(id)).toEqual({ at: AFTER, clock: '2098-09-10 18:30', version: 2 });
  expect(await dueOf(id)).toEqual([AFTER]);
  expect(await rowOf(elsewhere)).toEqual(before);
  expect(await messagesOf('choice-told')).toHaveLength(told);
  expect(await keepChoiceClocks({ now })).toBe(1);
  expect((await rowOf(id)).at).toBe(BEFORE);
});

test('who gives it another time at that moment is not overwritten', async () => {
  for (let round = 0; round < 4; round++) {
    const { host } = await circleOf();
    const id = await choiceIn(host, until);
    const [moved] = await Promise.all([
      moveChoice(host, id, { ...until, time: '20:00', choice: undefined, version: 1 }, { now }),
      keepChoiceClocks({ now, read: newRules }),
    ]);
    if (moved.ok) expect((await rowOf(id)).clock).toBe('2098-09-10 20:00');
    else expect(moved).toEqual({ ok: false, reason: 'changed-meanwhile' });
    await keepChoiceClocks({ now, read: newRules });
    expect((await rowOf(id)).at).toBe(moved.ok ? '2098-09-11T02:00:00.000Z' : AFTER);
  }
});

test('one that is off, over, or set by clocks nobody here knows stays', async () => {
  const { host } = await circleOf();
  const off = await choiceIn(host, until);
  await cancelChoice(host, off, { now });
  const over = await choiceIn((await circleOf()).host, until);
  const unknown = await choiceIn((await circleOf()).host, until);
  await db
    .updateTable('book_choice')
    .set({ time_zone: 'Mars/Olympus' })
    .where('id', '=', unknown)
    .execute();
  await keepChoiceClocks({ now: new Date('2098-09-11T01:30:00Z'), read: newRules });
  for (const id of [off, over, unknown]) expect((await rowOf(id)).at).toBe(BEFORE);
});
