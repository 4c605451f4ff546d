import { randomUUID } from 'node:crypto';
import type { Runner } from '#app/access/proofs.ts';
import { startThreadIn } from '#app/discussions/commands/start-thread.server.ts';
import type { Unshowable } from '#app/discussions/notes/commands/post-note.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { leftOver } from '#app/records/questions/rows/left-over.server.ts';
import { asNote } from '#app/records/questions/words.ts';
import { hasRecord } from '#app/records/rules.ts';
import { lockedSession } from '#app/sessions/rows/session-row.server.ts';
import { todayIn } from '#app/time/days.ts';
import { dayOf } from '#app/time/words.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

type Left =
  | { ok: true; threadId: number }
  /** changed: another question was taken back or picked meanwhile */
  | { ok: false; reason: 'gone' | 'not-begun' | 'none' | 'changed' | Unshowable };

/**
 * Makes one thread of the questions that a session did not come to, each with its author's name.
 * Twice, or by two at once, it is one.
 */
export async function leaveToThread(runner: Runner, { now = new Date() } = {}): Promise<Left> {
  const { sessionId } = runner;
  const body = asNote(await leftOver(db, runner));
  // Rendered outside the transaction, which waits for nobody else's work.
  const rendered = body === '' ? null : await renderMarkdown(body);
  return db.transaction().execute(async (tx): Promise<Left> => {
    const session = await lockedSession(tx, runner, sessionId);
    if (!session) return { ok: false, reason: 'gone' };
    const there = await threadOf(tx, runner);
    if (there !== null) return { ok: true, threadId: there };
    if (!hasRecord(session, now)) return { ok: false, reason: 'not-begun' };
    if (asNote(await leftOver(tx, runner)) !== body) return { ok: false, reason: 'changed' };
    if (rendered === null) return { ok: false, reason: 'none' };
    if (!rendered.ok) return rendered;
    const day = dayOf(todayIn(runner.circle.timeZone, session.startsAt), 'long', now);
    const thread = {
      ...{ title: `Questions left from ${day}`, body, html: rendered.html },
      ...{ quote: '', quotePage: '', sectionId: null, sessionId, deck: null, card: null },
      submissionKey: randomUUID(),
    };
    const started = await startThreadIn(tx, runner, thread, now);
    if (!started.ok) throw new Error(`A thread of questions was not started: ${started.reason}`);
    const { threadId } = started;
    await tx
      .insertInto('session_question_thread')
      .values({
        ...{ circle_id: runner.circleId, session_id: sessionId, thread_id: threadId },
        ...{ by_person_id: runner.personId, at: now },
      })
      .execute();
    return { ok: true, threadId };
  });
}

async function threadOf(tx: Tx, runner: Runner): Promise<number | null> {
  const row = await tx
    .selectFrom('session_question_thread')
    .select('thread_id')
    .where(inCircle(runner, 'session_question_thread'))
    .where('session_id', '=', runner.sessionId)
    .executeTakeFirst();
  return row?.thread_id ?? null;
}
