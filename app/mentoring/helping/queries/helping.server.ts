import type { Viewer } from '#app/access/proofs.ts';
import { isPaused } from '#app/mentoring/helping/rules/capacity.ts';
import { type Helping, USUAL_HELPING } from '#app/mentoring/helping/rules/helping.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';

/** What one can take on, as its page shows it: a pause that is over is none. */
export async function helpingOf({ personId, timeZone }: Viewer, { now = new Date() }: Clock = {}) {
  const row = await db
    .selectFrom('helping')
    .select(['at_once', 'paused_until', 'beyond_circles', 'said_in_mail'])
    .select(['unanswered', 'resting_since', 'version'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const helping: Helping = row
    ? {
        atOnce: row.at_once,
        pausedUntil: isPaused({ pausedUntil: row.paused_until, timeZone }, now)
          ? row.paused_until
          : null,
        ...{ beyondCircles: row.beyond_circles, saidInMail: row.said_in_mail },
      }
    : USUAL_HELPING;
  return {
    // A row that something else needed begins at the same version, and says the same.
    helping: { ...helping, version: row?.version ?? 1 },
    /** since when; null: they do not rest */
    restingSince: row?.resting_since?.toISOString() ?? null,
  };
}
