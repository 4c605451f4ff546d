import { keepChoiceClocks } from '#app/choosing/commands/keep-choice-clocks.server.ts';
import { keepMeetingClocks } from '#app/mentoring/meetings/commands/keep-meeting-clocks.server.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { keepPollClocks } from '#app/polls/commands/keep-poll-clocks.server.ts';
import { keepWrapClocks } from '#app/seasons/commands/keep-wrap-clocks.server.ts';
import { keepSessionClocks } from '#app/sessions/schedule/commands/keep-session-clocks.server.ts';
import { postgresClocks } from '#app/site/queries/postgres-clocks.server.ts';
import { usedZones } from '#app/site/queries/used-zones.server.ts';
import { findClocks, type MinutesAhead } from '#app/site/rules/known-clocks.ts';
import { minutesAhead, momentOfClock, type ReadClock } from '#app/time/wall-clock.ts';
import { db, type Executor } from '#db/database.server.ts';

interface Given {
  now?: Date;
  read?: ReadClock;
}

/**
 * When Octavo starts, and once a week: brings all that is to come to the moments that its wall clocks
 * say, and looks whether the clocks of this machine and of PostgreSQL know the rules that hold.
 */
export async function keepClocks({ now = new Date(), read = momentOfClock }: Given = {}) {
  const sessions = await keepSessionClocks({ now, read });
  const meetings = await keepMeetingClocks({ now, read });
  await keepPollClocks({ now, read });
  await keepChoiceClocks({ now, read });
  await keepWrapClocks({ now, read });
  await checkClocks({ left: sessions.left + meetings.left, now });
}

/** Keeps what was found for the site's page. @param given.node what this Node's clocks say */
export async function checkClocks({
  left = 0,
  now = new Date(),
  node = minutesAhead,
}: {
  left?: number;
  now?: Date;
  node?: MinutesAhead;
} = {}): Promise<void> {
  const used = await usedZones(db, now);
  const postgres = await postgresClocks(db, used, now);
  const found = JSON.stringify(findClocks({ used, node, postgres, now, left }));
  const columns = { at: now, zones: process.versions.tz ?? '', found };
  await db
    .insertInto('clock_check')
    .values(columns)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

/** Has it done as soon as somebody works on jobs; by one process, however many start. */
export const keepClocksSoon = (on: Executor): Promise<void> =>
  enqueue(on, 'keep-clocks', {}, { key: 'keep-clocks' });
