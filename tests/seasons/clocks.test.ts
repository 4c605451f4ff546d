import { expect, test } from 'vitest';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { keepWrapClocks } from '#app/seasons/commands/keep-wrap-clocks.server.ts';
import { settleList } from '#app/seasons/commands/settle-list.server.ts';
import { DAY, HOUR } from '#app/time/spans.ts';
import { momentOfClock, type ReadClock } from '#app/time/wall-clock.ts';
import { messagesOf, waitingAbout } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { day, seasonOf } from './season.ts';

const zone = 'America/Vancouver';
const newRules: ReadClock = (clock) => {
  const moment = momentOfClock(clock);
  return moment && clock.time_zone === zone ? new Date(moment.getTime() - HOUR) : moment;
};

async function wrapping(given: { zone?: string } = {}) {
  const { circle, host, readingId } = await seasonOf(1);
  const ended = await endSeason(host, readingId, { day: day(10), zone, ...given });
  if (!ended.ok) throw new Error(ended.reason);
  const row = () =>
    db
      .selectFrom('wrap')
      .select(['answer_by', 'answer_on'])
      .where('circle_id', '=', circle.id)
      .where('reading_id', '=', readingId)
      .executeTakeFirstOrThrow();
  const due = async () =>
    (await waitingAbout({ readingId })).flatMap(({ name, runAt }) =>
      name === 'open-list' ? runAt?.getTime() : [],
    );
  return { of: { circleId: circle.id, readingId }, row, due };
}

test('until the end of a day is until the end of that day, and what waits for it follows', async () => {
  const { row, due } = await wrapping();
  const elsewhere = await wrapping({ zone: 'Europe/Madrid' });
  const [before, other] = [await row(), await elsewhere.row()];
  expect(before.answer_on).toBe(day(10));
  const told = (await messagesOf('wrap-opened')).length;
  expect(await keepWrapClocks()).toBe(0);
  const both = await Promise.all([1, 2].map(() => keepWrapClocks({ read: newRules })));
  expect(both.sort()).toEqual([0, 1]);
  const moved = before.answer_by.getTime() - HOUR;
  expect((await row()).answer_by.getTime()).toBe(moved);
  expect(await due()).toEqual([moved]);
  expect(await elsewhere.row()).toEqual(other);
  expect(await messagesOf('wrap-opened')).toHaveLength(told);
  expect(await keepWrapClocks()).toBe(1);
  expect(await row()).toEqual(before);
});

test('one whose list is open, whose day is over or whose clocks nobody here knows stays', async () => {
  const [open, over, unknown] = [await wrapping(), await wrapping(), await wrapping()];
  const { answer_by: ends } = await open.row();
  await settleList(open.of, { now: new Date(ends.getTime() + 1) });
  await db
    .updateTable('wrap')
    .set({ time_zone: 'Mars/Olympus' })
    .where('circle_id', '=', unknown.of.circleId)
    .execute();
  expect(await keepWrapClocks({ now: new Date(ends.getTime() + DAY), read: newRules })).toBe(0);
  expect((await over.row()).answer_by).toEqual(ends);
  await keepWrapClocks({ read: newRules });
  expect((await open.row()).answer_by).toEqual(ends);
  expect((await unknown.row()).answer_by).toEqual(ends);
});
