import { REST_AFTER } from '#app/mentoring/asks/rules/silence.server.ts';
import type { Tx } from '#db/database.server.ts';
import { holdHelping } from './hold-helping.server.ts';

/** Counts an ask to somebody alone that they left unanswered. After three in a row they rest. */
export async function leaveUnanswered(tx: Tx, personId: number, now: Date): Promise<void> {
  const held = await holdHelping(tx, personId);
  const unanswered = held.unanswered + 1;
  const resting_since = held.resting_since ?? (unanswered >= REST_AFTER ? now : null);
  await tx
    .updateTable('helping')
    .set({ unanswered, resting_since })
    .where('person_id', '=', personId)
    .execute();
}
