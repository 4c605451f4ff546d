import type { Rhythm } from '#app/mentoring/week/rules/turns.ts';
import type { Tx } from '#db/database.server.ts';

/** Whether and when somebody is asked, as it is saved. */
export interface Asking extends Rhythm {
  skips: number;
  /** the day of the next turn; null: stopped */
  nextOn: string | null;
  version: number;
}

/** Held: turns, skips and settings of one person wait for one another. */
export async function lockAsking(tx: Tx, personId: number): Promise<Asking | null> {
  const row = await tx
    .selectFrom('weekly_asking')
    .select(['weekday', 'hour', 'every_weeks', 'skips', 'next_on', 'version'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const { weekday, hour, skips, version } = row;
  return { weekday, hour, skips, version, everyWeeks: row.every_weeks, nextOn: row.next_on };
}

/** Of it, what a turn or a skip changes. */
export const keepTurns = (
  tx: Tx,
  personId: number,
  { everyWeeks, skips, nextOn }: Pick<Asking, 'everyWeeks' | 'skips' | 'nextOn'>,
) =>
  tx
    .updateTable('weekly_asking')
    .set({ every_weeks: everyWeeks, skips, next_on: nextOn })
    .where('person_id', '=', personId)
    .execute();

/** The last day somebody was asked on. */
export async function lastDay(tx: Tx, personId: number): Promise<string | null> {
  const row = await tx
    .selectFrom('weekly_ask')
    .select('for_day')
    .where('person_id', '=', personId)
    .orderBy('for_day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.for_day ?? null;
}

const COLUMNS = [
  'id',
  'for_day',
  'whom_id',
  'whom',
  'when_text',
  'will_text',
  'remind_on',
  'remind_hour',
  'result',
  'ask_id',
  'kept',
  'version',
] as const;

/** One week of somebody, held. */
export const lockWeek = (tx: Tx, personId: number, weekId: number) =>
  tx
    .selectFrom('weekly_ask')
    .select(COLUMNS)
    .where('id', '=', weekId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
