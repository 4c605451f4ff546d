import type { AskReader } from '#app/access/proofs.ts';
import { questions } from '#app/mentoring/limits.server.ts';
import type { QuestionInput } from '#app/mentoring/offers/forms.ts';
import {
  answerable,
  endSilence,
  type NoAnswer,
} from '#app/mentoring/offers/rows/answerable.server.ts';
import { tellOfQuestion } from '#app/mentoring/offers/rows/telling.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { db } from '#db/database.server.ts';

type Asked =
  | { ok: true; questionId: number }
  | { ok: false; reason: NoAnswer | 'another' | 'tangled' | 'empty' | 'busy' };

/**
 * “Tell me more first”: a question, which the asker and who asked it read. Sent twice it is one; other
 * words under the same key are refused, so that neither is lost.
 */
export async function askFirst(
  reader: AskReader,
  form: QuestionInput,
  { now = new Date() } = {},
): Promise<Asked> {
  const { askId, personId } = reader;
  const rendered = await renderMarkdown(form.body);
  if (!rendered.ok) return rendered;
  return db.transaction().execute(async (tx): Promise<Asked> => {
    const found = await answerable(tx, reader, form);
    const before = await tx
      .selectFrom('ask_question')
      .select(['id', 'ask_id', 'body'])
      .where('person_id', '=', personId)
      .where('submission_key', '=', form.submissionKey)
      .executeTakeFirst();
    if (before?.ask_id === askId && before.body === form.body) {
      return { ok: true, questionId: before.id };
    }
    if (!found.ok) return found;
    if (before) return { ok: false, reason: 'another' };
    const { id } = await tx
      .insertInto('ask_question')
      .values({
        ...{ ask_id: askId, person_id: personId, body: form.body, body_html: rendered.html },
        ...{ at: now, submission_key: form.submissionKey },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await endSilence(tx, personId);
    const { askerId: to } = found.ask;
    await tellOfQuestion(tx, { questionId: id, to, by: personId, at: now });
    await questions.count(tx, personId);
    return { ok: true, questionId: id };
  });
}
