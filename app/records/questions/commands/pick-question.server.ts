import type { Runner } from '#app/access/proofs.ts';
import { QUESTION_MINUTES } from '#app/records/questions/rules.ts';
import { questionTitle } from '#app/records/questions/words.ts';
import { lockedSession, writeSession } from '#app/sessions/rows/session-row.server.ts';
import { canChange, MOST_ITEMS } from '#app/sessions/rules/session.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

type Picked =
  | { ok: true }
  /** closed: the session is over or cancelled; full: its agenda is; taken-back: the question is */
  | { ok: false; reason: 'gone' | 'closed' | 'full' | 'taken-back' };

/** Puts a question at the end of the agenda. Picked twice, or by two at once, it is there once. */
export async function pickQuestion(
  runner: Runner,
  questionId: number,
  { now = new Date() } = {},
): Promise<Picked> {
  const { circleId, sessionId } = runner;
  return db.transaction().execute(async (tx): Promise<Picked> => {
    const session = await lockedSession(tx, runner, sessionId);
    if (!session) return { ok: false, reason: 'gone' };
    if (!canChange(session, now)) return { ok: false, reason: 'closed' };
    const question = await standing(tx, runner, questionId);
    if (!question) return { ok: false, reason: 'taken-back' };
    if (question.itemId !== null) return { ok: true };
    const { agenda } = session;
    if (agenda.length >= MOST_ITEMS) return { ok: false, reason: 'full' };
    await tx
      .insertInto('agenda_item')
      .values({
        ...{ circle_id: circleId, session_id: sessionId, question_id: questionId },
        position: Math.max(0, ...agenda.map(({ position }) => position)) + 1,
        title: questionTitle(agenda.map(({ title }) => title)),
        minutes: QUESTION_MINUTES,
      })
      .execute();
    await writeSession(tx, runner, sessionId, now);
    return { ok: true };
  });
}

/** Takes a question off the agenda; it is among the others again. Twice is once. */
export async function putBackQuestion(
  runner: Runner,
  questionId: number,
  { now = new Date() } = {},
): Promise<Picked> {
  const { sessionId } = runner;
  return db.transaction().execute(async (tx): Promise<Picked> => {
    const session = await lockedSession(tx, runner, sessionId);
    if (!session) return { ok: false, reason: 'gone' };
    if (!canChange(session, now)) return { ok: false, reason: 'closed' };
    const off = await tx
      .deleteFrom('agenda_item')
      .where(inCircle(runner, 'agenda_item'))
      .where('session_id', '=', sessionId)
      .where('question_id', '=', questionId)
      .executeTakeFirst();
    if (off.numDeletedRows > 0n) await writeSession(tx, runner, sessionId, now);
    return { ok: true };
  });
}

async function standing(tx: Tx, runner: Runner, questionId: number) {
  const question = await tx
    .selectFrom('session_question')
    .select('id')
    .where(inCircle(runner, 'session_question'))
    .where('session_id', '=', runner.sessionId)
    .where('id', '=', questionId)
    .where('taken_back_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!question) return null;
  const item = await tx
    .selectFrom('agenda_item')
    .select('id')
    .where(inCircle(runner, 'agenda_item'))
    .where('question_id', '=', questionId)
    .executeTakeFirst();
  return { itemId: item?.id ?? null };
}
