import type { Member } from '#app/access/proofs.ts';
import { LEADS, type Lead, leadsFor, sameLeads } from '#app/sessions/reminders/rules/leads.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Has one of a circle’s reminders come to a member, or not. The others stay as they are, whatever was
 * set meanwhile; the same again is nothing.
 * @returns whether it was otherwise before
 */
export async function setOwnReminder(
  member: Member,
  lead: Lead,
  on: boolean,
  { now = new Date() }: Clock = {},
): Promise<boolean> {
  const { circleId, personId } = member;
  return db.transaction().execute(async (tx) => {
    // Two taps at once wait for one another.
    await tx
      .selectFrom('membership')
      .select('person_id')
      .where(inCircle(member, 'membership'))
      .where('person_id', '=', personId)
      .forNoKeyUpdate()
      .execute();
    const saved = await tx
      .selectFrom('person_reminders')
      .select(['leads', 'version'])
      .where(inCircle(member, 'person_reminders'))
      .where('person_id', '=', personId)
      .executeTakeFirst();
    const before = leadsFor(null, saved?.leads ?? null);
    const wanted = LEADS.filter((one) => (one === lead ? on : before.includes(one)));
    if (sameLeads(before, wanted)) return false;
    const columns = { leads: wanted, set_at: now, version: (saved?.version ?? 0) + 1 };
    await tx
      .insertInto('person_reminders')
      .values({ circle_id: circleId, person_id: personId, ...columns })
      .onConflict((conflict) => conflict.columns(['circle_id', 'person_id']).doUpdateSet(columns))
      .execute();
    return true;
  });
}
