import { randomUUID } from 'node:crypto';
import type { Facilitator } from '#app/access/proofs.ts';
import { choosable, type NotChoosable } from '#app/polls/rows/choosable.server.ts';
import { replyAsAnswered } from '#app/polls/rows/reply-as-answered.server.ts';
import { startSeriesIn } from '#app/series/commands/start-series.server.ts';
import { ruleOf, weekdayOf } from '#app/series/rules/pattern.ts';
import type { Clock } from '#app/time/clock.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export interface WeeklyChoice {
  slotId: number;
  /** the ids of those who had refused it when the facilitator was asked */
  refused: readonly number[];
  /** in which weeks: 1 every, 2 every second */
  every: number;
  /** the last day there may be one, 'YYYY-MM-DD'; null: no end */
  untilOn: string | null;
  /** the reading it ends with */
  readingId: number | null;
}

export type WeeklyChosen =
  | { ok: true; seriesId: number }
  /** another one was chosen before */
  | { ok: false; reason: 'another-first'; seriesId: number | null }
  | NotChoosable
  /** the book is not read here any more, or no day of it is to come before its end */
  | { ok: false; reason: 'no-such-reading' | 'no-day' };

/**
 * Chooses a time of the week: a series begins on the first day it falls on, and what was answered is how
 * its members reply to its first session. Chosen twice, also by two, it is one series.
 */
export async function chooseWeekly(
  facilitator: Facilitator,
  pollId: number,
  choice: WeeklyChoice,
  { now = new Date() }: Clock = {},
): Promise<WeeklyChosen> {
  return db.transaction().execute(async (tx) => {
    const found = await choosable(tx, facilitator, pollId, { ...choice, kind: 'weekly' }, now);
    if (found.reason === 'chosen') {
      const { slotId, seriesId } = found.end;
      return slotId === choice.slotId && seriesId !== null
        ? { ok: true, seriesId }
        : { ok: false, reason: 'another-first', seriesId };
    }
    if (!found.ok) return found;
    const { poll, slot } = found;
    const { title, minutes, place, zone, facilitatorId } = poll;
    const { every, untilOn, readingId } = choice;
    const begun = await startSeriesIn(
      tx,
      facilitator,
      {
        ...{ title, minutes, place, zone, facilitatorId, untilOn, readingId },
        rule: ruleOf({ by: 'week', every, weekdays: [weekdayOf(slot.date)] }),
        ...{ startsOn: slot.date, time: slot.time, submissionKey: randomUUID() },
      },
      now,
    );
    if (!begun.ok) {
      const { reason } = begun;
      if (reason === 'no-such-reading' || reason === 'no-day') return { ok: false, reason };
      throw new Error(`a series under a key that was just made: ${reason}`);
    }
    const { seriesId } = begun;
    await tx
      .insertInto('time_poll_end')
      .values({
        ...{ circle_id: poll.circleId, poll_id: poll.id, ended_as: 'chosen', slot_id: slot.id },
        ...{ series_id: seriesId, by_person_id: facilitator.personId, at: now },
      })
      .execute();
    const sessionId = await firstOf(tx, facilitator, seriesId);
    if (sessionId !== null) await replyAsAnswered(tx, poll, { slotId: slot.id, sessionId, now });
    return { ok: true, seriesId };
  });
}

/** Null where this machine has no clocks for its zone, and has made none. */
async function firstOf(tx: Tx, facilitator: Facilitator, seriesId: number): Promise<number | null> {
  const first = await tx
    .selectFrom('session')
    .select('id')
    .where(inCircle(facilitator, 'session'))
    .where('series_id', '=', seriesId)
    .orderBy('occurs_on')
    .limit(1)
    .executeTakeFirst();
  return first?.id ?? null;
}
