import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { untell } from '#app/notifications/commands/untell.server.ts';
import { cardForAgenda } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import { makeRound } from '#app/sessions/agenda/rows/ask-round.server.ts';
import { makeRoomOnAgenda } from '#app/sessions/agenda/rows/room-on-agenda.server.ts';
import { ROUND_CARDS, ROUND_DECK } from '#app/sessions/agenda/rules/ask-round.ts';
import type { AgendaInput } from '#app/sessions/forms.ts';
import { writeAgenda } from '#app/sessions/rows/session-parts.server.ts';
import { lockedSession, writeSession } from '#app/sessions/rows/session-row.server.ts';
import { canChange, MOST_ITEMS, mayRun } from '#app/sessions/rules/session.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type RoundSet =
  | { ok: true }
  /** closed: the session is over or cancelled; full: the agenda is */
  | { ok: false; reason: 'gone' | 'not-yours' | 'closed' | 'full' };

/**
 * Makes a session one at which everybody asks: the cards of the recipe go to the end of its agenda,
 * before those that close it, and the others are told. Twice is once.
 */
export async function setRound(
  member: Member,
  sessionId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<RoundSet> {
  const recipe = await recipeItems();
  return db.transaction().execute(async (tx) => {
    const session = await lockedSession(tx, member, sessionId);
    if (!session) return { ok: false, reason: 'gone' };
    if (!mayRun(member, session.facilitator_id)) return { ok: false, reason: 'not-yours' };
    if (!canChange(session, now)) return { ok: false, reason: 'closed' };
    const { agenda } = session;
    const missing = recipe.filter(
      ({ card }) => !agenda.some((item) => item.deck === ROUND_DECK && item.card === card),
    );
    if (agenda.length + missing.length > MOST_ITEMS) return { ok: false, reason: 'full' };
    if (!(await makeRound(tx, member, session, now))) return { ok: true };
    const after = await makeRoomOnAgenda(tx, member, sessionId, agenda, missing.length);
    await writeAgenda(tx, member, sessionId, missing, after);
    await writeSession(tx, member, sessionId, now);
    return { ok: true };
  });
}

/** The cards there are: who runs the site may have taken some off its shelves. */
async function recipeItems(): Promise<AgendaInput[]> {
  const cards = await Promise.all(
    ROUND_CARDS.map(async (card) => {
      const there = await cardForAgenda(ROUND_DECK, card);
      return there ? [{ ...there, deck: ROUND_DECK, card }] : [];
    }),
  );
  return cards.flat();
}

/**
 * Takes it off a session again, with the recipe's cards, until somebody's ask was read. What was
 * written for it stays its writers' draft, and is there again where the round is set anew.
 */
export async function takeOffRound(
  member: Member,
  sessionId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | { ok: false; reason: 'gone' | 'not-yours' | 'closed' | 'read' }> {
  return db.transaction().execute(async (tx) => {
    const session = await lockedSession(tx, member, sessionId);
    if (!session) return { ok: false, reason: 'gone' };
    if (!mayRun(member, session.facilitator_id)) return { ok: false, reason: 'not-yours' };
    if (!canChange(session, now)) return { ok: false, reason: 'closed' };
    if (await anyRead(tx, member, sessionId)) return { ok: false, reason: 'read' };
    const { numUpdatedRows } = await tx
      .updateTable('ask_round')
      .set({ removed_at: now, opened_at: null, opened_by: null, closed_at: null })
      .where(inCircle(member, 'ask_round'))
      .where('session_id', '=', sessionId)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return { ok: true };
    await tx
      .deleteFrom('agenda_item')
      .where(inCircle(member, 'agenda_item'))
      .where('session_id', '=', sessionId)
      .where('deck', '=', ROUND_DECK)
      .execute();
    await writeSession(tx, member, sessionId, now);
    await untell(tx, member, { occasion: 'round-set', thing: sessionId });
    return { ok: true };
  });
}

/** Held against being opened meanwhile. */
async function anyRead(tx: Tx, { circleId }: Member, sessionId: number): Promise<boolean> {
  const { rows } = await sql<{ read: boolean }>`
    select r.reading_person_id is not null or exists (
      select from round_ask a where a.circle_id = r.circle_id and a.session_id = r.session_id
        and a.turn is not null) as read
    from ask_round r
    where r.circle_id = ${circleId} and r.session_id = ${sessionId}
    for update of r`.execute(tx);
  return rows[0]?.read ?? false;
}
