import { randomUUID } from 'node:crypto';
import { daysAhead } from '#app/series/rules/recurrence.server.ts';
import { insertSession } from '#app/sessions/rows/new-session.server.ts';
import { setSessionReminder } from '#app/sessions/rows/session-jobs.server.ts';
import { todayIn } from '#app/time/days.ts';
import { momentOf } from '#app/time/local-time.ts';
import { hasClocksFor } from '#app/time/zones.ts';
import type { Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { type InCircle, inCircle } from '#db/in-circle.server.ts';
import { milestonesFor } from './due-milestones.server.ts';
import { lastDay, type SeriesRow } from './series-row.server.ts';

export interface Made {
  id: number;
  startsAt: Date;
}

/**
 * Makes the sessions that a series is to have by now, ahead of today alone: what would have been while
 * nobody made any is not made. The series is locked; nobody is told.
 */
export async function makeSessions(
  tx: Tx,
  circle: InCircle,
  series: SeriesRow,
  now: Date,
): Promise<Made[]> {
  const { zone, time, startsOn } = series;
  // At the time of another zone they would be at the wrong one.
  if (series.endedAt !== null || !hasClocksFor({ zone })) return [];
  const today = todayIn(zone, now);
  const [until, { coming }, skipped] = await together(tx, (at) => [
    lastDay(at, circle, series),
    at
      .selectFrom('session')
      .select(({ fn }) => fn.countAll<number>().as('coming'))
      .where(inCircle(circle, 'session'))
      .where('series_id', '=', series.id)
      .where('starts_at', '>', now)
      .executeTakeFirstOrThrow(),
    at
      .selectFrom('series_skip')
      .select('occurs_on')
      .where(inCircle(circle, 'series_skip'))
      .where('series_id', '=', series.id)
      .execute(),
  ]);
  const { days, madeUntil } = daysAhead(
    { rule: series.rule, startsOn },
    { madeUntil: series.madeUntil, today, until, coming },
  );
  const wanted = days
    .filter((day) => !skipped.some(({ occurs_on }) => occurs_on === day))
    .map((day) => ({ day, startsAt: momentOf({ date: day, time, zone }) }))
    .filter(({ startsAt }) => startsAt > now);
  const reads = await milestonesFor(
    tx,
    circle,
    wanted.map(({ day }) => day),
    { today },
  );
  const written = await together(tx, (at) =>
    wanted.map(({ day, startsAt }) =>
      insertSession(
        at,
        circle,
        {
          ...{ title: series.title, startsAt, zone, minutes: series.minutes, place: series.place },
          ...{ facilitatorId: series.facilitatorId, milestoneId: reads.get(day) ?? null },
          ...{ createdBy: series.createdBy, submissionKey: randomUUID() },
          occurrence: { seriesId: series.id, occursOn: day },
        },
        now,
      ),
    ),
  );
  const made = written.flatMap((session, index): Made[] => {
    const startsAt = wanted[index]?.startsAt;
    return session && startsAt ? [{ id: session.id, startsAt }] : [];
  });
  await together(tx, (at) => [
    ...made.map(({ id, startsAt }) => setSessionReminder(at, id, startsAt, now)),
    at
      .updateTable('series')
      .set({ made_until: madeUntil })
      .where(inCircle(circle, 'series'))
      .where('id', '=', series.id)
      .execute(),
  ]);
  return made;
}
