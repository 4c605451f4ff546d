import { keepChoiceClocks } from '#app/choosing/commands/keep-choice-clocks.server.ts';
import { keepMeetingClocks } from '#app/mentoring/meetings/commands/keep-meeting-clocks.server.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { keepPollClocks } from '#app/polls/commands/keep-poll-clocks.server.ts';
import { keepWrapClocks } from '#app/seasons/commands/keep-wrap-clocks.server.ts';
import { keepSessionClocks } from '#app/sessions/schedule/commands/keep-session-clocks.server.ts';
import { postgresClocks } from '#app/site/queries/postgres-clocks.server.ts';
import { usedZones } from '#app/site/queries/used-zones.server.ts';
import { findClocks, isOlder, type MinutesAhead } from '#app/site/rules/known-clocks.ts';
import { minutesAhead, momentOfClock, type ReadClock } from '#app/time/wall-clock.ts';
import { db, type Executor } from '#db/database.server.ts';

interface Given {
  now?: Date;
  read?: ReadClock;
  /** release of this machine's zone data */
  zones?: string;
}

/**
 * When Octavo starts, and once a week: brings all that is to come to the moments that its wall clocks
 * say, and looks whether the clocks of this machine and of PostgreSQL know the rules that hold. A
 * machine whose zone data are older than those that were gone by before leaves all as it is.
 */
export async function keepClocks({
  now = new Date(),
  read = momentOfClock,
  zones = process.versions.tz ?? '',
}: Given = {}): Promise<void> {
  if (!(await goesBy(zones))) return;
  const sessions = await keepSessionClocks({ now, read });
  const meetings = await keepMeetingClocks({ now, read });
  await keepPollClocks({ now, read });
  await keepChoiceClocks({ now, read });
  await keepWrapClocks({ now, read });
  await checkClocks({ left: sessions.left + meetings.left, now, zones });
}

/** Has zone data be what is gone by from now on, unless newer ones are. @returns whether they are */
async function goesBy(zones: string): Promise<boolean> {
  const last = await db.selectFrom('clock_check').select('zones').executeTakeFirst();
  if (last && isOlder(zones, last.zones)) return false;
  // Before anything moves: an older one that begins meanwhile finds it.
  await db.updateTable('clock_check').set({ zones }).execute();
  return true;
}

/** Keeps what was found for the site's page. @param given.node what this Node's clocks say */
export async function checkClocks({
  left = 0,
  now = new Date(),
  node = minutesAhead,
  zones = process.versions.tz ?? '',
}: {
  left?: number;
  now?: Date;
  node?: MinutesAhead;
  zones?: string;
} = {}): Promise<void> {
  const used = await usedZones(db, now);
  const postgres = await postgresClocks(db, used, now);
  const found = JSON.stringify(findClocks({ used, node, postgres, now, left }));
  const columns = { at: now, zones, found };
  await db
    .insertInto('clock_check')
    .values(columns)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

/** Has it done as soon as somebody works on jobs; by one process, however many start. */
export const keepClocksSoon = (on: Executor): Promise<void> =>
  enqueue(on, 'keep-clocks', {}, { key: 'keep-clocks' });
