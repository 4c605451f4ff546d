import { lockCircle, roleIn } from '#app/circles/rows/seats.server.ts';
import { settleWaysIn } from '#app/circles/rows/settling.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/** After an address became a person's: what their circles had sent there asks a member in. */
export async function settleInvitations(personId: number): Promise<void> {
  const circles = await acrossCircles(db, 'a person has one address in all their circles')
    .selectFrom('membership')
    .select('circle_id')
    .where('person_id', '=', personId)
    .orderBy('circle_id')
    .execute();
  for (const { circle_id } of circles) {
    await db.transaction().execute(async (tx) => {
      const circle = await lockCircle(tx, circle_id);
      if (!(await roleIn(tx, circle.id, personId))) return;
      await settleWaysIn(tx, circle.id, personId, new Date());
    });
  }
}
