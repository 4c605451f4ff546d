import type { Facilitator } from '#app/access/proofs.ts';
import { seriesChanges } from '#app/series/limits.server.ts';
import { fitToBook } from '#app/series/rows/fit-to-book.server.ts';
import { makeSessions } from '#app/series/rows/make-sessions.server.ts';
import { lockedSeries } from '#app/series/rows/series-row.server.ts';
import {
  dropSessions,
  holdSessions,
  sessionsToCome,
} from '#app/series/rows/sessions-to-come.server.ts';
import { tellOfSeries } from '#app/series/rows/tell-of-series.server.ts';
import { endedWord } from '#app/series/words.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type SeriesEnded = { ok: true } | { ok: false; reason: 'gone' | 'changed-meanwhile' };

/**
 * Ends a series: what is to come is off, with what was answered, and members are told once why. Twice is
 * once, with the first word.
 */
export async function endSeries(
  facilitator: Facilitator,
  seriesId: number,
  { word, version }: { word: string; version: number },
  { now = new Date() }: { now?: Date } = {},
): Promise<SeriesEnded> {
  return db.transaction().execute(async (tx) => {
    const series = await lockedSeries(tx, facilitator, seriesId);
    if (!series) return { ok: false, reason: 'gone' };
    if (series.endedAt !== null) return { ok: true };
    if (series.version !== version) return { ok: false, reason: 'changed-meanwhile' };
    const by = facilitator.personId;
    const sequence = await write(tx, facilitator, seriesId, { by, at: now }, now);
    const coming = await sessionsToCome(tx, facilitator, seriesId, now);
    const held = coming.filter(({ offAt }) => offAt === null).map(({ id }) => id);
    await dropSessions(tx, facilitator, held, { reason: word || endedWord, by, at: now });
    await tellOfSeries(tx, facilitator, { seriesId, sequence, what: 'ended', word, by, at: now });
    return { ok: true };
  });
}

/**
 * Takes the end of a series back: what was off with it and has not begun takes place, with the answers
 * it had, and it goes on from today. Members are told once. Twice is once.
 */
export async function resumeSeries(
  facilitator: Facilitator,
  seriesId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | { ok: false; reason: 'gone' }> {
  return db.transaction().execute(async (tx) => {
    const series = await lockedSeries(tx, facilitator, seriesId);
    if (!series) return { ok: false, reason: 'gone' };
    const { endedAt } = series;
    if (endedAt === null) return { ok: true };
    const by = facilitator.personId;
    const sequence = await write(tx, facilitator, seriesId, null, now);
    const coming = await sessionsToCome(tx, facilitator, seriesId, now);
    const back = coming.filter(
      ({ offAt, isOffWithSeries }) => isOffWithSeries && offAt?.getTime() === endedAt.getTime(),
    );
    await holdSessions(tx, facilitator, back, now);
    const resumed = { ...series, endedAt: null };
    // Its book may end on another day by now.
    await fitToBook(tx, facilitator, resumed, { by }, now);
    await makeSessions(tx, facilitator, resumed, now);
    await tellOfSeries(tx, facilitator, { seriesId, sequence, what: 'resumed', by, at: now });
    await seriesChanges.count(tx, by);
    return { ok: true };
  });
}

async function write(
  tx: Tx,
  facilitator: Facilitator,
  seriesId: number,
  end: { by: number; at: Date } | null,
  now: Date,
): Promise<number> {
  const { sequence } = await tx
    .updateTable('series')
    .set((row) => ({
      ...{ ended_at: end?.at ?? null, ended_by: end?.by ?? null, changed_at: now },
      version: row('version', '+', 1),
      calendar_sequence: row('calendar_sequence', '+', 1),
    }))
    .where(inCircle(facilitator, 'series'))
    .where('id', '=', seriesId)
    .returning('calendar_sequence as sequence')
    .executeTakeFirstOrThrow();
  return sequence;
}
