import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { keepPollClocks } from '#app/polls/commands/keep-poll-clocks.server.ts';
import { openPoll } from '#app/polls/commands/open-poll.server.ts';
import { HOUR } from '#app/time/spans.ts';
import { momentOfClock, type ReadClock, wallClock } from '#app/time/wall-clock.ts';
import { type CastCircle, circleOf } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { pollForm } from './support.ts';

const now = new Date('2098-09-01T12:00:00Z');
const zone = 'America/Vancouver';
const newRules: ReadClock = (clock) => {
  const moment = momentOfClock(clock);
  return moment && clock.time_zone === zone ? new Date(moment.getTime() - HOUR) : moment;
};

/** A poll with one slot, that closes on the day before. */
async function pollIn({ host }: CastCircle) {
  const closes = new Date('2098-12-01T20:00:00Z');
  const slot = wallClock(new Date('2098-12-02T20:00:00Z'), zone);
  const { id } = await db
    .insertInto('time_poll')
    .values({
      ...{ circle_id: host.circleId, kind: 'dates', minutes: 60, time_zone: zone },
      ...{ closes_at: closes, closes_on: '2098-12-01', closes_time: '12:00' },
      ...{ asked_by: host.personId, submission_key: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: slotId } = await db
    .insertInto('time_poll_slot')
    .values({
      ...{ circle_id: host.circleId, poll_id: id, calendar_uid: randomUUID() },
      ...{ starts_at: slot.starts_at, on_date: slot.on_date ?? '', at_time: slot.at_time ?? '' },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const moments = () =>
    db
      .selectFrom('time_poll')
      .innerJoin('time_poll_slot as s', (join) =>
        join
          .onRef('s.circle_id', '=', 'time_poll.circle_id')
          .onRef('s.poll_id', '=', 'time_poll.id'),
      )
      .select(['closes_at', 's.starts_at'])
      .where('time_poll.circle_id', '=', host.circleId)
      .where('time_poll.id', '=', id)
      .executeTakeFirstOrThrow();
  return { id, slotId, moments };
}

test('what is proposed, and when it closes, keeps its time on the wall when clocks have new rules', async () => {
  const circle = await circleOf({ timeZone: zone });
  const poll = await pollIn(circle);
  expect(await keepPollClocks({ now })).toBe(0);
  const both = await Promise.all([
    keepPollClocks({ now, read: newRules }),
    keepPollClocks({ now, read: newRules }),
  ]);
  expect(Math.max(...both)).toBe(2);
  expect(await poll.moments()).toEqual({
    closes_at: new Date('2098-12-01T19:00:00Z'),
    starts_at: new Date('2098-12-02T19:00:00Z'),
  });
  expect(await keepPollClocks({ now, read: newRules })).toBe(0);
});

test('what was decided stays', async () => {
  const circle = await circleOf({ timeZone: zone });
  const poll = await pollIn(circle);
  await db
    .insertInto('time_poll_end')
    .values({
      ...{ circle_id: circle.id, poll_id: poll.id, ended_as: 'called_off' },
      by_person_id: circle.host.personId,
    })
    .execute();
  await keepPollClocks({ now, read: newRules });
  expect((await poll.moments()).starts_at).toEqual(new Date('2098-12-02T20:00:00Z'));
});

test('one that closes at an hour that comes twice closes at the second, and stays so', async () => {
  const { host } = await circleOf();
  const closes = { date: '2098-10-26', time: '02:30' };
  const opened = await openPoll(host, pollForm({ closes }), { now });
  if (!opened.ok) throw new Error(opened.reason);
  const closesAt = async () =>
    (
      await db
        .selectFrom('time_poll')
        .select('closes_at')
        .where('id', '=', opened.pollId)
        .executeTakeFirstOrThrow()
    ).closes_at;
  expect(await closesAt()).toEqual(new Date('2098-10-26T01:30:00Z'));
  await keepPollClocks({ now });
  expect(await closesAt()).toEqual(new Date('2098-10-26T01:30:00Z'));
});
