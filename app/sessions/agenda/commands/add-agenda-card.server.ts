import type { Runner } from '#app/access/proofs.ts';
import { cardForAgenda } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import { makeRound } from '#app/sessions/agenda/rows/ask-round.server.ts';
import { holdsRound } from '#app/sessions/agenda/rules/ask-round.ts';
import { lockedSession, writeSession } from '#app/sessions/rows/session-row.server.ts';
import { canChange, MOST_ITEMS, mayRun } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';

export type CardAdded =
  /** `already` when it was there: a card is on an agenda once */
  | { ok: true; already: boolean; minutes: number }
  | { ok: false; reason: 'gone' | 'closed' | 'no-such-card' | 'full' };

/** Puts a card at the end of a session's agenda, with the minutes it says it takes. */
export async function addAgendaCard(
  runner: Runner,
  chosen: { deck: string; card: string },
  { now = new Date() }: { now?: Date } = {},
): Promise<CardAdded> {
  const { circleId, sessionId } = runner;
  const card = await cardForAgenda(chosen.deck, chosen.card);
  return db.transaction().execute(async (tx) => {
    const session = await lockedSession(tx, runner, sessionId);
    // Whoever has just passed it on has no right to it any more.
    if (!session || !mayRun(runner, session.facilitator_id)) return { ok: false, reason: 'gone' };
    if (!canChange(session, now)) return { ok: false, reason: 'closed' };
    if (!card) return { ok: false, reason: 'no-such-card' };
    const { agenda } = session;
    if (agenda.some((item) => item.deck === chosen.deck && item.card === chosen.card)) {
      return { ok: true, already: true, minutes: card.minutes };
    }
    if (agenda.length >= MOST_ITEMS) return { ok: false, reason: 'full' };
    await tx
      .insertInto('agenda_item')
      .values({
        circle_id: circleId,
        session_id: sessionId,
        position: Math.max(0, ...agenda.map(({ position }) => position)) + 1,
        title: card.title,
        minutes: card.minutes,
        deck: chosen.deck,
        card: chosen.card,
      })
      .execute();
    await writeSession(tx, runner, sessionId, now);
    if (holdsRound([chosen])) await makeRound(tx, runner, session, now);
    return { ok: true, already: false, minutes: card.minutes };
  });
}
