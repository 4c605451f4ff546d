import { CompiledQuery } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import { allWaiting, retimed } from '#app/notifications/hearing/rows/waiting-mail.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Tx } from '#db/database.server.ts';

const RETIME = `
with ${allWaiting()}
${retimed('$2')}`;

/** Lets what waits for somebody keep to their hours on the clocks of another zone. */
export async function keepToZone(tx: Tx, { personId }: Viewer, now: Date): Promise<void> {
  const why = 'when mail comes to a person is one thing in all their circles';
  await acrossCircles(tx, why).executeQuery(CompiledQuery.raw(RETIME, [personId, now]));
}
