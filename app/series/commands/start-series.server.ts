import { randomUUID } from 'node:crypto';
import type { Facilitator } from '#app/access/proofs.ts';
import { digestOf, isSameForm } from '#app/platform/forms/submission.server.ts';
import { seriesBegun } from '#app/series/limits.server.ts';
import { adoptSession } from '#app/series/rows/adopt-session.server.ts';
import { makeSessions } from '#app/series/rows/make-sessions.server.ts';
import { endOfBook, firstOf, lockedSeries } from '#app/series/rows/series-row.server.ts';
import { tellOfSeries } from '#app/series/rows/tell-of-series.server.ts';
import { daysAhead, firstDay } from '#app/series/rules/recurrence.server.ts';
import { badChoice } from '#app/sessions/rows/session-parts.server.ts';
import { lockedSession } from '#app/sessions/rows/session-row.server.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { momentOf } from '#app/time/local-time.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export interface NewSeries {
  title: string;
  minutes: number;
  place: string;
  /** as `ruleOf` writes it */
  rule: string;
  /** the day on or after which the first one falls, 'YYYY-MM-DD' */
  startsOn: string;
  /** 'HH:MM' */
  time: string;
  /** whose clocks are meant */
  zone: string;
  /** who runs each; null: nobody, or whose turn it is */
  facilitatorId: number | null;
  /** the last day there may be one; null: no end */
  untilOn: string | null;
  /** the reading it ends with */
  readingId: number | null;
  submissionKey: string;
  /** the session that is repeated: where it falls on a day of the series, it becomes its one of then */
  adopts?: number | null;
}

export type SeriesStarted =
  | { ok: true; seriesId: number }
  /** another series was begun under its key */
  | { ok: false; reason: 'another-first'; seriesId: number }
  | { ok: false; reason: 'no-such-facilitator' | 'no-such-reading' }
  /** no day of it is to come before its end */
  | { ok: false; reason: 'no-day' };

/** Begins a series, makes its first sessions and tells the members once. */
export const startSeries = (
  facilitator: Facilitator,
  series: NewSeries,
  { now = new Date() }: { now?: Date } = {},
): Promise<SeriesStarted> =>
  db.transaction().execute((tx) => startSeriesIn(tx, facilitator, series, now));

/** The same in the caller's transaction. The same form again answers with the first series. */
export async function startSeriesIn(
  tx: Tx,
  facilitator: Facilitator,
  series: NewSeries,
  now: Date,
): Promise<SeriesStarted> {
  const { circleId, personId } = facilitator;
  // Held before members are.
  if (series.adopts) await lockedSession(tx, facilitator, series.adopts);
  const bad = await badPart(tx, facilitator, series);
  if (bad) return { ok: false, reason: bad };
  const { submissionKey, ...content } = series;
  const startsOn = firstDay(series.rule, series.startsOn);
  const bookEndsOn = await endOfBook(tx, facilitator, series.readingId);
  const last = firstOf(series.untilOn, bookEndsOn);
  if (startsOn === null || !hasDay({ ...series, startsOn }, last, now)) {
    return { ok: false, reason: 'no-day' };
  }
  const begun = await tx
    .insertInto('series')
    .values({
      circle_id: circleId,
      title: series.title,
      minutes: series.minutes,
      place: series.place,
      rule: series.rule,
      starts_on: startsOn,
      at_time: series.time,
      time_zone: series.zone,
      facilitator_id: series.facilitatorId,
      until_on: series.untilOn,
      reading_id: series.readingId,
      book_ends_on: bookEndsOn,
      made_until: addDays(startsOn, -1),
      calendar_uid: `${randomUUID()}@octavo`,
      created_by: personId,
      created_at: now,
      changed_at: now,
      submission_key: submissionKey,
      submission_digest: digestOf(content),
    })
    .onConflict((conflict) => conflict.columns(['created_by', 'submission_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!begun) {
    const first = await tx
      .selectFrom('series')
      .select(['id', 'submission_digest as digest'])
      .where(inCircle(facilitator, 'series'))
      .where('created_by', '=', personId)
      .where('submission_key', '=', submissionKey)
      .executeTakeFirstOrThrow();
    return isSameForm(first.digest, content)
      ? { ok: true, seriesId: first.id }
      : { ok: false, reason: 'another-first', seriesId: first.id };
  }
  const row = await lockedSeries(tx, facilitator, begun.id);
  if (row) {
    if (series.adopts) await adoptSession(tx, facilitator, row, series.adopts, now);
    await makeSessions(tx, facilitator, row, now);
  }
  const told = { seriesId: begun.id, sequence: 0, what: 'begun', by: personId, at: now } as const;
  await tellOfSeries(tx, facilitator, told);
  await seriesBegun.count(tx, personId);
  return { ok: true, seriesId: begun.id };
}

/** Whether there is one to come until its last day. */
export function hasDay(
  series: Pick<NewSeries, 'rule' | 'startsOn' | 'time' | 'zone'>,
  last: string | null,
  now: Date,
): boolean {
  const { rule, startsOn, time, zone } = series;
  const today = todayIn(zone, now);
  const { days } = daysAhead(
    { rule, startsOn },
    { madeUntil: addDays(startsOn, -1), today, until: last, coming: 0 },
  );
  return days.some((date) => momentOf({ date, time, zone }) > now);
}

/** Who and what it names, and its circle does not have; null when all is there. */
export async function badPart(
  tx: Tx,
  facilitator: Facilitator,
  { facilitatorId, readingId }: Pick<NewSeries, 'facilitatorId' | 'readingId'>,
): Promise<'no-such-facilitator' | 'no-such-reading' | null> {
  const bad = await badChoice(tx, facilitator, { facilitatorId, milestoneId: null, agenda: [] });
  if (bad) return 'no-such-facilitator';
  if (readingId === null) return null;
  const reading = await tx
    .selectFrom('reading')
    .select('id')
    .where(inCircle(facilitator, 'reading'))
    .where('id', '=', readingId)
    .forKeyShare()
    .executeTakeFirst();
  return reading ? null : 'no-such-reading';
}
