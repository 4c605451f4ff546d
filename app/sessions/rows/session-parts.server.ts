import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
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
  member: Member,
  session: Pick<SessionInput, 'facilitatorId' | 'milestoneId'> & {
    agenda: readonly Pick<AgendaInput, 'deck' | 'card'>[];
  },
): Promise<BadChoice | null> {
  const { facilitatorId, milestoneId, agenda } = session;
  // Held until the session is written: who leaves meanwhile waits for it.
  const [person, milestone] = await together(tx, (at) => [
    facilitatorId === null
      ? none
      : at
          .selectFrom('membership')
          .select('person_id')
          .where(inCircle(member, 'membership'))
          .where('person_id', '=', facilitatorId)
          .forKeyShare()
          .executeTakeFirst(),
    milestoneId === null
      ? none
      : at
          .selectFrom('milestone')
          .select('id')
          .where(inCircle(member, 'milestone'))
          .where('id', '=', milestoneId)
          .forKeyShare()
          .executeTakeFirst(),
  ]);
  if (facilitatorId !== null && !person) return { ok: false, reason: 'no-such-facilitator' };
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
 * @returns the items as they are now
 */
export async function writeAgenda(
  tx: Tx,
  { circleId }: Member,
  sessionId: number,
  agenda: readonly AgendaInput[],
  after = 0,
): Promise<{ id: number; title: string; minutes: number }[]> {
  if (agenda.length === 0) return [];
  const each = (column: Exclude<keyof AgendaInput, 'id'>) => agenda.map((item) => item[column]);
  const { rows } = await sql<{ id: number; title: string; minutes: number }>`
    insert into agenda_item (circle_id, session_id, title, minutes, deck, card, position)
    select ${circleId}::bigint, ${sessionId}::bigint, item.title, item.minutes, item.deck, item.card,
      item.at + ${after}::int
    from unnest(${each('title')}::text[], ${each('minutes')}::int[], ${each('deck')}::text[],
      ${each('card')}::text[]) with ordinality
      as item (title, minutes, deck, card, at)
    returning id, title, minutes`.execute(tx);
  return rows;
}

/**
 * The same in place of the agenda that it has. An item stays the one it is, wherever it is moved and
 * whatever it is called now: it may be somebody’s question, or an ask.
 */
export async function rewriteAgenda(
  tx: Tx,
  { circleId }: Member,
  sessionId: number,
  agenda: readonly AgendaInput[],
): Promise<void> {
  const ids = agenda.map(({ id = null }) => id);
  const each = (column: Exclude<keyof AgendaInput, 'id'>) => agenda.map((item) => item[column]);
  await sql`
    with given as materialized (
      select item.*, row_number() over (partition by item.id order by item.at) as nth
      from unnest(${ids}::bigint[], ${each('title')}::text[], ${each('minutes')}::int[],
        ${each('deck')}::text[], ${each('card')}::text[]) with ordinality
        as item (id, title, minutes, deck, card, at)
    ), same as materialized (
      select g.* from given g
      join agenda_item i on i.circle_id = ${circleId} and i.session_id = ${sessionId} and i.id = g.id
      where g.nth = 1
    ), gone as (
      delete from agenda_item i
      where i.circle_id = ${circleId} and i.session_id = ${sessionId}
        and i.id not in (select id from same)
    ), stayed as (
      update agenda_item i
      set title = same.title, minutes = same.minutes, deck = same.deck, card = same.card,
        position = same.at
      from same
      where i.circle_id = ${circleId} and i.session_id = ${sessionId} and i.id = same.id
    )
    insert into agenda_item (circle_id, session_id, title, minutes, deck, card, position)
    select ${circleId}::bigint, ${sessionId}::bigint, g.title, g.minutes, g.deck, g.card, g.at
    from given g where g.at not in (select at from same)`.execute(tx);
}

export function sameAgenda(given: readonly AgendaInput[], saved: readonly AgendaInput[]): boolean {
  const drawn = (agenda: readonly AgendaInput[]) =>
    JSON.stringify(agenda.map(({ title, minutes, deck, card }) => [title, minutes, deck, card]));
  return drawn(given) === drawn(saved);
}
