import { lastBeforeClosing } from '#app/sessions/agenda/rules/closing.ts';
import type { Tx } from '#db/database.server.ts';
import { type InCircle, inCircle } from '#db/in-circle.server.ts';

/**
 * Moves the cards that close a session behind so many new items.
 * @param agenda of the session, which is held, in its order
 * @returns the position behind which the new ones stand
 */
export async function makeRoomOnAgenda(
  tx: Tx,
  circle: InCircle,
  sessionId: number,
  agenda: readonly { deck: string | null; position: number }[],
  many: number,
): Promise<number> {
  const after = lastBeforeClosing(agenda);
  await tx
    .updateTable('agenda_item')
    .set((row) => ({ position: row('position', '+', many) }))
    .where(inCircle(circle, 'agenda_item'))
    .where('session_id', '=', sessionId)
    .where('position', '>', after)
    .execute();
  return after;
}
