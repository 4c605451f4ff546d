import type { Host } from '#app/access/proofs.ts';
import { lockAsHost, settleSeats } from '#app/circles/rows/seats.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Lets a circle rest: its members read everything, and the gates refuse whatever would be written in
 * it. Nobody is told. @returns false when the viewer is no longer the host
 */
export async function archiveCircle(host: Host): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (!(await lockAsHost(tx, host))) return false;
    await tx
      .insertInto('circle_archive')
      .values({ circle_id: host.circleId, by_person_id: host.personId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return true;
  });
}

/** Brings it back, as it was. Seats that are free are offered to those in line. */
export async function reopenCircle(host: Host): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const circle = await lockAsHost(tx, host);
    if (!circle) return false;
    await tx.deleteFrom('circle_archive').where(inCircle(host, 'circle_archive')).execute();
    await settleSeats(tx, { ...circle, archived: false }, new Date());
    return true;
  });
}
