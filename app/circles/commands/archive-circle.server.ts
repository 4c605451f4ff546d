import type { Host } from '#app/access/proofs.ts';
import { settleSeats } from '#app/circles/rows/offers.server.ts';
import { lockAsHost } from '#app/circles/rows/seats.server.ts';
import { enqueue } from '#app/platform/queue.server.ts';
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

/**
 * Brings it back, as it was. Seats that are free are offered to those in line, and what was due
 * meanwhile is settled now.
 */
export async function reopenCircle(host: Host): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const circle = await lockAsHost(tx, host);
    if (!circle) return false;
    await tx.deleteFrom('circle_archive').where(inCircle(host, 'circle_archive')).execute();
    const now = new Date();
    await settleSeats(tx, { ...circle, archived: false }, now);
    const rested = { circleId: circle.id, at: now.toISOString() };
    await enqueue(tx, 'close-rested-choice', rested);
    await enqueue(tx, 'open-rested-lists', rested);
    return true;
  });
}
