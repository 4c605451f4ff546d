import type { Runner } from '#app/access/proofs.ts';
import type { DutiesInput } from '#app/series/rota/forms.ts';
import { holderOf, holdMembers, logTurn, writeDuty } from '#app/series/rota/rows/duty.server.ts';
import { takeDuty } from '#app/series/rota/rows/giving.server.ts';
import { DUTIES } from '#app/series/rota/rules/turn.ts';
import { lockedSession, writeSession } from '#app/sessions/rows/session-row.server.ts';
import { canChange, mayRun } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';

export type DutiesSet =
  | { ok: true }
  /** closed: it is over or cancelled; left: somebody chosen is in the circle no more */
  | { ok: false; reason: 'gone' | 'closed' | 'changed-meanwhile' }
  | { ok: false; reason: 'left'; field: 'facilitatorId' | 'noteTakerId' };

const FIELD = { run: 'facilitatorId', notes: 'noteTakerId' } as const;

/**
 * Says who runs a session, who takes its notes and how many it needs, unless somebody changed it since
 * `version`. Who has a duty newly is told.
 */
export async function setDuties(
  runner: Runner,
  form: DutiesInput,
  { now = new Date() }: { now?: Date } = {},
): Promise<DutiesSet> {
  const { sessionId, personId: by } = runner;
  return db.transaction().execute(async (tx): Promise<DutiesSet> => {
    const session = await lockedSession(tx, runner, sessionId);
    const here = await holdMembers(tx, runner);
    if (!session || !mayRun(runner, session.facilitator_id)) return { ok: false, reason: 'gone' };
    if (!canChange(session, now)) return { ok: false, reason: 'closed' };
    if (session.version !== form.version) return { ok: false, reason: 'changed-meanwhile' };
    for (const field of Object.values(FIELD)) {
      const chosen = form[field];
      if (chosen !== null && !here.includes(chosen)) return { ok: false, reason: 'left', field };
    }
    for (const duty of DUTIES) {
      const [had, chosen] = [holderOf(session, duty), form[FIELD[duty]]];
      if (chosen === had) continue;
      if (chosen !== null) {
        const how = chosen === by ? 'volunteered' : 'asked';
        await takeDuty(tx, runner, session, { duty, personId: chosen, how, by }, now);
      } else if (had !== null) {
        await writeDuty(tx, runner, sessionId, { duty, personId: null }, now);
        await logTurn(tx, runner, { sessionId, duty, personId: had, how: 'skipped', by }, now);
      }
    }
    if (form.needs !== session.needs) {
      await writeSession(tx, runner, sessionId, now, { needs: form.needs, needs_asked_at: null });
    }
    return { ok: true };
  });
}
