import type { Asker } from '#app/access/proofs.ts';
import { tellOfQuestionAnswered } from '#app/mentoring/offers/rows/telling.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { db } from '#db/database.server.ts';

type Answered =
  | { ok: true }
  | { ok: false; reason: 'none' | 'answered' | 'tangled' | 'empty' | 'busy' };

/** Answers what somebody asked before they can say, once. The same answer twice is one. */
export async function answerQuestion(
  { askId, personId }: Asker,
  questionId: number,
  { answer }: { answer: string },
  { now = new Date() } = {},
): Promise<Answered> {
  const rendered = await renderMarkdown(answer);
  if (!rendered.ok) return rendered;
  return db.transaction().execute(async (tx): Promise<Answered> => {
    const question = await tx
      .selectFrom('ask_question')
      .select(['person_id', 'answer'])
      .where('ask_id', '=', askId)
      .where('id', '=', questionId)
      .forUpdate()
      .executeTakeFirst();
    if (!question) return { ok: false, reason: 'none' };
    if (question.answer === answer) return { ok: true };
    if (question.answer !== null) return { ok: false, reason: 'answered' };
    await tx
      .updateTable('ask_question')
      .set({ answer, answer_html: rendered.html, answered_at: now })
      .where('id', '=', questionId)
      .execute();
    const told = { to: question.person_id, by: personId, at: now };
    await tellOfQuestionAnswered(tx, { questionId, ...told });
    return { ok: true };
  });
}
