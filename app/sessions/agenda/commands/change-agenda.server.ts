import type { Runner } from '#app/access/proofs.ts';
import { makeRound } from '#app/sessions/agenda/rows/ask-round.server.ts';
import { holdsRound } from '#app/sessions/agenda/rules/ask-round.ts';
import type { AgendaInput } from '#app/sessions/forms.ts';
import {
  type BadChoice,
  badChoice,
  rewriteAgenda,
  sameAgenda,
} from '#app/sessions/rows/session-parts.server.ts';
import { lockedSession, writeSession } from '#app/sessions/rows/session-row.server.ts';
import { canChange, mayRun } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';

export type AgendaChanged =
  | { ok: true }
  /** closed: it is over or cancelled */
  | { ok: false; reason: 'gone' | 'closed' | 'changed-meanwhile' }
  | { ok: false; reason: 'bad-choice'; bad: BadChoice };

/**
 * Writes the agenda of a session and nothing else of it, unless someone changed the session since
 * `version`. The same agenda changes nothing.
 */
export async function changeAgenda(
  runner: Runner,
  { agenda, version }: { agenda: readonly AgendaInput[]; version: number },
  { now = new Date() }: { now?: Date } = {},
): Promise<AgendaChanged> {
  const { sessionId } = runner;
  return db.transaction().execute(async (tx): Promise<AgendaChanged> => {
    const saved = await lockedSession(tx, runner, sessionId);
    // Whoever has just passed it on has no right to it any more.
    if (!saved || !mayRun(runner, saved.facilitator_id)) return { ok: false, reason: 'gone' };
    if (!canChange(saved, now)) return { ok: false, reason: 'closed' };
    if (saved.version !== version) return { ok: false, reason: 'changed-meanwhile' };
    const bad = await badChoice(tx, runner, { facilitatorId: null, milestoneId: null, agenda });
    if (bad) return { ok: false, reason: 'bad-choice', bad };
    if (sameAgenda(agenda, saved.agenda)) return { ok: true };
    await writeSession(tx, runner, sessionId, now);
    await rewriteAgenda(tx, runner, sessionId, agenda);
    if (holdsRound(agenda)) await makeRound(tx, runner, saved, now);
    return { ok: true };
  });
}
