import { absentHosts, replaceAbsentHost } from '#app/circles/rows/hosting.server.ts';
import { lockCircle } from '#app/circles/rows/seats.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Tx } from '#db/database.server.ts';

/**
 * After a person's account was closed or opened again: no circle they are in is left with a host
 * whose account is closed while another's there is open. Part of the transaction that changes the
 * account, which holds the person's row: nobody hands a circle to them meanwhile.
 */
export async function passOnHosting(tx: Tx, personId: number): Promise<void> {
  const circles = await absentHosts(acrossCircles(tx, 'an account is closed in all its circles'))
    .innerJoin('membership as theirs', 'theirs.circle_id', 'membership.circle_id')
    .where('theirs.person_id', '=', personId)
    .orderBy('membership.circle_id')
    .execute();
  for (const { circle_id } of circles) {
    await lockCircle(tx, circle_id);
    await replaceAbsentHost(tx, circle_id);
  }
}
