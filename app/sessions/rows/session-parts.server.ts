import type { Facilitator } from '#app/access/proofs.ts';
import { cardForAgenda } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import type { AgendaInput, SessionInput } from '#app/sessions/forms.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type BadChoice =
  | { ok: false; reason: 'no-such-facilitator' | 'no-such-milestone' }
  /** `index` in the agenda */
  | { ok: false; reason: 'no-such-card'; index: number };

/** What a session names and its circle does not have; null when all is there. */
export async function badChoice(
  tx: Tx,
  facilitator: Facilitator,
  session: Pick<SessionInput, 'facilitatorId' | 'milestoneId' | 'agenda'>,
): Promise<BadChoice | null> {
  const { facilitatorId, milestoneId, agenda } = session;
  if (facilitatorId !== null) {
    // Held until the session is written: who leaves meanwhile waits for it.
    const member = await tx
      .selectFrom('membership')
      .select('person_id')
      .where(inCircle(facilitator, 'membership'))
      .where('person_id', '=', facilitatorId)
      .forKeyShare()
      .executeTakeFirst();
    if (!member) return { ok: false, reason: 'no-such-facilitator' };
  }
  if (milestoneId !== null) {
    const milestone = await tx
      .selectFrom('milestone')
      .select('id')
      .where(inCircle(facilitator, 'milestone'))
      .where('id', '=', milestoneId)
      .forKeyShare()
      .executeTakeFirst();
    if (!milestone) return { ok: false, reason: 'no-such-milestone' };
  }
  for (const [index, { deck, card }] of agenda.entries()) {
    if (deck === null || card === null) continue;
    if (!(await cardForAgenda(deck, card))) return { ok: false, reason: 'no-such-card', index };
  }
  return null;
}

/** Writes the whole agenda of a session anew, in this order. */
export async function writeAgenda(
  tx: Tx,
  { circleId }: Facilitator,
  sessionId: number,
  agenda: readonly AgendaInput[],
): Promise<void> {
  await tx
    .deleteFrom('agenda_item')
    .where(inCircle({ circleId }, 'agenda_item'))
    .where('session_id', '=', sessionId)
    .execute();
  if (agenda.length === 0) return;
  await tx
    .insertInto('agenda_item')
    .values(
      agenda.map((item, index) => ({
        circle_id: circleId,
        session_id: sessionId,
        position: index + 1,
        title: item.title,
        minutes: item.minutes,
        deck: item.deck,
        card: item.card,
      })),
    )
    .execute();
}
