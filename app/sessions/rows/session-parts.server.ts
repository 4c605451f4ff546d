import { sql } from 'kysely';
import type { Facilitator, Member } from '#app/access/proofs.ts';
import { cardForAgenda } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import type { AgendaInput, SessionInput } from '#app/sessions/forms.ts';
import type { Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
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
  // Held until the session is written: who leaves meanwhile waits for it.
  const [member, milestone] = await together(tx, (at) => [
    facilitatorId === null
      ? none
      : at
          .selectFrom('membership')
          .select('person_id')
          .where(inCircle(facilitator, 'membership'))
          .where('person_id', '=', facilitatorId)
          .forKeyShare()
          .executeTakeFirst(),
    milestoneId === null
      ? none
      : at
          .selectFrom('milestone')
          .select('id')
          .where(inCircle(facilitator, 'milestone'))
          .where('id', '=', milestoneId)
          .forKeyShare()
          .executeTakeFirst(),
  ]);
  if (facilitatorId !== null && !member) return { ok: false, reason: 'no-such-facilitator' };
  if (milestoneId !== null && !milestone) return { ok: false, reason: 'no-such-milestone' };
  for (const [index, { deck, card }] of agenda.entries()) {
    if (deck === null || card === null) continue;
    if (!(await cardForAgenda(deck, card))) return { ok: false, reason: 'no-such-card', index };
  }
  return null;
}

const none = Promise.resolve(undefined);

/**
 * Writes the agenda of a session that has none, in this order.
 * @param after the position that it comes behind, where the session has items
 */
export async function writeAgenda(
  tx: Tx,
  { circleId }: Member,
  sessionId: number,
  agenda: readonly AgendaInput[],
  after = 0,
): Promise<void> {
  if (agenda.length === 0) return;
  const each = (column: keyof AgendaInput) => agenda.map((item) => item[column]);
  await sql`
    insert into agenda_item (circle_id, session_id, title, minutes, deck, card, position)
    select ${circleId}::bigint, ${sessionId}::bigint, item.title, item.minutes, item.deck, item.card,
      item.at + ${after}::int
    from unnest(${each('title')}::text[], ${each('minutes')}::int[], ${each('deck')}::text[],
      ${each('card')}::text[]) with ordinality
      as item (title, minutes, deck, card, at)`.execute(tx);
}

/** The same in place of the agenda that it has. */
export async function rewriteAgenda(
  tx: Tx,
  facilitator: Facilitator,
  sessionId: number,
  agenda: readonly AgendaInput[],
): Promise<void> {
  await tx
    .deleteFrom('agenda_item')
    .where(inCircle(facilitator, 'agenda_item'))
    .where('session_id', '=', sessionId)
    .execute();
  await writeAgenda(tx, facilitator, sessionId, agenda);
}
