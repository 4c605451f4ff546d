import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Facilitator } from '#app/access/proofs.ts';
import type { SeriesInput } from '#app/series/forms.ts';
import { seriesChanges } from '#app/series/limits.server.ts';
import { makeSessions } from '#app/series/rows/make-sessions.server.ts';
import { refitSessions } from '#app/series/rows/refit-sessions.server.ts';
import {
  endOfBook,
  firstOf,
  lockedSeries,
  type SeriesRow,
} from '#app/series/rows/series-row.server.ts';
import { sessionsToCome, type ToCome } from '#app/series/rows/sessions-to-come.server.ts';
import { tellOfSeries } from '#app/series/rows/tell-of-series.server.ts';
import { firstDay } from '#app/series/rules/recurrence.server.ts';
import { changedWord } from '#app/series/words.ts';
import { addDays, daysBetween } from '#app/time/days.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { badPart, hasDay } from './start-series.server.ts';

export interface SeriesChange {
  series: SeriesInput;
  /** the session it was changed from */
  sessionId: number | null;
  /** only that one and those after it, as a series of their own */
  isFollowing: boolean;
  version: number;
}

export type SeriesChanged =
  /** `seriesId` of what they are now */
  | { ok: true; seriesId: number; told: boolean }
  | { ok: false; reason: 'gone' | 'ended' | 'changed-meanwhile' | 'no-day' }
  | { ok: false; reason: 'no-such-facilitator' | 'no-such-reading' };

/**
 * Changes the sessions of a series that are to come, or those from one on, unless someone else changed
 * it since `version`. Members are told once. Nothing new changes nothing.
 */
export async function changeSeries(
  facilitator: Facilitator,
  seriesId: number,
  change: SeriesChange,
  { now = new Date() }: { now?: Date } = {},
): Promise<SeriesChanged> {
  return db.transaction().execute(async (tx) => {
    const before = await lockedSeries(tx, facilitator, seriesId);
    if (!before) return { ok: false, reason: 'gone' };
    if (before.endedAt !== null) return { ok: false, reason: 'ended' };
    if (before.version !== change.version) return { ok: false, reason: 'changed-meanwhile' };
    const coming = await sessionsToCome(tx, facilitator, seriesId, now);
    const bad = await badPart(tx, facilitator, change.series);
    if (bad) return { ok: false, reason: bad };
    const chosen = coming.find(({ id }) => id === change.sessionId);
    const isFollowing = change.isFollowing && chosen !== undefined;
    const input = { ...change.series, startsOn: startOf(change, coming, chosen, isFollowing) };
    const startsOn = firstDay(input.rule, input.startsOn);
    const bookEndsOn = await endOfBook(tx, facilitator, input.readingId);
    const last = firstOf(input.untilOn, bookEndsOn);
    if (startsOn === null || !hasDay({ ...input, startsOn }, last, now)) {
      return { ok: false, reason: 'no-day' };
    }
    const sessions = isFollowing ? coming.filter(({ day }) => day >= chosen.day) : coming;
    const from = sessions[0]?.day ?? startsOn;
    if (isSame(before, input, { startsOn, from })) return { ok: true, seriesId, told: false };
    const target = { ...input, startsOn };
    const id = isFollowing
      ? await split(tx, facilitator, before, { target, bookEndsOn, from, now })
      : await rewrite(tx, facilitator, seriesId, { target, bookEndsOn, now });
    const series = await lockedSeries(tx, facilitator, id);
    if (!series) return { ok: false, reason: 'gone' };
    const by = facilitator.personId;
    const fitted = { series, sessions, facilitatorBefore: before.facilitatorId, by };
    await refitSessions(tx, facilitator, { ...fitted, reason: changedWord(series) }, now);
    await moveSkips(tx, facilitator, { from: seriesId, to: id, day: from, by, now });
    await makeSessions(tx, facilitator, series, now);
    const sequence = series.sequence;
    await tellOfSeries(tx, facilitator, { seriesId: id, sequence, what: 'changed', by, at: now });
    await seriesChanges.count(tx, by);
    return { ok: true, seriesId: id, told: true };
  });
}

/** All that are to come move as far as the chosen one did. */
function startOf(
  { series }: SeriesChange,
  coming: readonly ToCome[],
  chosen: ToCome | undefined,
  isFollowing: boolean,
): string {
  const [next] = coming;
  if (isFollowing || !chosen || !next) return series.startsOn;
  return addDays(next.day, daysBetween(chosen.day, series.startsOn));
}

function isSame(
  before: SeriesRow,
  input: SeriesInput,
  { startsOn, from }: { startsOn: string; from: string },
): boolean {
  const drawn = (of: Omit<SeriesInput, 'startsOn'>) =>
    JSON.stringify([
      ...[of.title, of.minutes, of.place, of.rule, of.time, of.zone],
      ...[of.facilitatorId, of.untilOn, of.readingId],
    ]);
  return drawn(before) === drawn(input) && startsOn === from;
}

interface Rewritten {
  target: SeriesInput;
  /** the last day of the reading it ends with */
  bookEndsOn: string | null;
  now: Date;
}

const columnsOf = ({ target, bookEndsOn, now }: Rewritten) => ({
  ...{ title: target.title, minutes: target.minutes, place: target.place, rule: target.rule },
  ...{ starts_on: target.startsOn, at_time: target.time, time_zone: target.zone },
  ...{ facilitator_id: target.facilitatorId, until_on: target.untilOn },
  ...{ reading_id: target.readingId, book_ends_on: bookEndsOn, changed_at: now },
  made_until: addDays(target.startsOn, -1),
});

async function rewrite(tx: Tx, circle: Facilitator, seriesId: number, of: Rewritten) {
  await tx
    .updateTable('series')
    .set((row) => ({
      ...columnsOf(of),
      version: row('version', '+', 1),
      calendar_sequence: row('calendar_sequence', '+', 1),
    }))
    .where(inCircle(circle, 'series'))
    .where('id', '=', seriesId)
    .execute();
  return seriesId;
}

/** Ends a series the day before, and begins the one that goes on with it. */
async function split(
  tx: Tx,
  facilitator: Facilitator,
  before: SeriesRow,
  of: Rewritten & { from: string },
): Promise<number> {
  const eve = addDays(of.from, -1);
  await tx
    .updateTable('series')
    .set((row) => ({
      ...{ until_on: eve, made_until: eve, changed_at: of.now },
      version: row('version', '+', 1),
      calendar_sequence: row('calendar_sequence', '+', 1),
    }))
    .where(inCircle(facilitator, 'series'))
    .where('id', '=', before.id)
    .execute();
  const { id } = await tx
    .insertInto('series')
    .values({
      ...columnsOf(of),
      ...{ circle_id: facilitator.circleId, follows_id: before.id, created_at: of.now },
      ...{ created_by: facilitator.personId, submission_key: randomUUID() },
      calendar_uid: `${randomUUID()}@octavo`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

interface Skips {
  from: number;
  to: number;
  /** from which day on they were skipped */
  day: string;
  by: number;
  now: Date;
}

/** Days that are skipped stay so, wherever they have moved. */
async function moveSkips(tx: Tx, circle: Facilitator, { from, to, day, by, now }: Skips) {
  await tx
    .deleteFrom('series_skip')
    .where(inCircle(circle, 'series_skip'))
    .where('series_id', '=', from)
    .where('occurs_on', '>=', day)
    .execute();
  await sql`
    insert into series_skip (circle_id, series_id, occurs_on, by_person_id, at)
    select s.circle_id, s.series_id, s.occurs_on, ${by}::bigint, ${now}::timestamptz
    from session s join session_cancellation off
      on off.circle_id = s.circle_id and off.session_id = s.id
    where s.circle_id = ${circle.circleId} and s.series_id = ${to} and s.starts_at > ${now}
      and not off.of_series
    on conflict do nothing`.execute(tx);
}
