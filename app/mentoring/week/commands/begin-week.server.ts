import type { Viewer } from '#app/access/proofs.ts';
import { keepTurns, lastDay, lockAsking } from '#app/mentoring/week/rows/weeks.server.ts';
import { firstTurn, isFree } from '#app/mentoring/week/rules/turns.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';

/**
 * Begins this week at once, for who does not want to wait for their day; nobody is told. Once a week:
 * their day comes again in the next.
 * @returns whether this week had none
 */
export async function beginWeek(
  { personId, timeZone }: Viewer,
  { now = new Date() }: Clock = {},
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const asking = await lockAsking(tx, personId);
    if (!asking?.nextOn) return false;
    const today = todayIn(timeZone, now);
    if (!isFree(today, await lastDay(tx, personId))) return false;
    await tx.insertInto('weekly_ask').values({ person_id: personId, for_day: today }).execute();
    const nextOn = firstTurn(asking, timeZone, now, today);
    await keepTurns(tx, personId, { ...asking, nextOn });
    return true;
  });
}
