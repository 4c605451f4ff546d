import type { Viewer } from '#app/access/proofs.ts';
import {
  type Asking,
  keepTurns,
  lastDay,
  lockAsking,
} from '#app/mentoring/week/rows/weeks.server.ts';
import { firstTurn } from '#app/mentoring/week/rules/turns.ts';
import type { Clock } from '#app/time/clock.ts';
import { db, type Tx } from '#db/database.server.ts';

export interface RhythmInput {
  weekday: number;
  hour: number;
  /** of what the form was filled from; 0: nothing was set yet */
  version: number;
}

type Set = { ok: true } | { ok: false; reason: 'changed' };

/** Begins, begins again, or moves to another day or hour. */
export async function setRhythm(
  viewer: Viewer,
  { weekday, hour, version }: RhythmInput,
  { now = new Date() }: Clock = {},
): Promise<Set> {
  return db.transaction().execute(async (tx): Promise<Set> => {
    const before = await made(tx, viewer.personId, { weekday, hour });
    const { everyWeeks } = before;
    const goesOn = before.nextOn !== null;
    const isSame = before.weekday === weekday && before.hour === hour;
    if (goesOn && isSame) return { ok: true };
    if (before.version !== version) return { ok: false, reason: 'changed' };
    const last = await lastDay(tx, viewer.personId);
    await tx
      .updateTable('weekly_asking')
      .set({
        ...{ weekday, hour, version: version + 1 },
        ...(!goesOn && { skips: 0, every_weeks: 1 }),
        next_on: firstTurn(
          { weekday, hour, everyWeeks: goesOn ? everyWeeks : 1 },
          viewer.timeZone,
          now,
          last,
        ),
      })
      .where('person_id', '=', viewer.personId)
      .execute();
    return { ok: true };
  });
}

/** The row of somebody who may have had none; version 0 and stopped then. */
async function made(
  tx: Tx,
  personId: number,
  first: { weekday: number; hour: number },
): Promise<Asking> {
  await tx
    .insertInto('weekly_asking')
    .values({ person_id: personId, ...first, version: 0 })
    .onConflict((on) => on.doNothing())
    .execute();
  const row = await lockAsking(tx, personId);
  if (!row) throw new Error('What was just made is not there.');
  return row;
}

/** Stops; nothing is asked and nothing reminded of until they begin again. */
export async function stopAsking({ personId }: Viewer): Promise<void> {
  await db
    .updateTable('weekly_asking')
    .set((eb) => ({ next_on: null, version: eb('version', '+', 1) }))
    .where('person_id', '=', personId)
    .where('next_on', 'is not', null)
    .execute();
}

/** Every week again, after skips made it every other. */
export async function askWeekly(
  { personId, timeZone }: Viewer,
  { now = new Date() }: Clock = {},
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const asking = await lockAsking(tx, personId);
    if (!asking || asking.everyWeeks === 1) return;
    const last = await lastDay(tx, personId);
    const next = firstTurn({ ...asking, everyWeeks: 1 }, timeZone, now, last);
    const nextOn = asking.nextOn && next;
    await keepTurns(tx, personId, { everyWeeks: 1, skips: 0, nextOn });
  });
}
