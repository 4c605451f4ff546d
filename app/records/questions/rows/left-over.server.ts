import type { Runner } from '#app/access/proofs.ts';
import type { Executor } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/** The questions of a session that were not come to, by whom they are; null for who left. */
export async function leftOver(
  from: Executor,
  runner: Runner,
): Promise<{ name: string | null; body: string }[]> {
  const rows = await from
    .selectFrom('session_question as question')
    .innerJoin('person', 'person.id', 'question.person_id')
    .leftJoin('membership', (join) => join.on(joined('membership.person_id', 'question.person_id')))
    .leftJoin('agenda_item as item', (join) => join.on(joined('item.question_id', 'question.id')))
    .select(['person.name', 'question.body', 'membership.person_id as here'])
    .where(inCircle(runner, 'question'))
    .where('question.session_id', '=', runner.sessionId)
    .where('question.taken_back_at', 'is', null)
    .where(({ or, eb }) => or([eb('item.id', 'is', null), eb('item.left_out', '=', true)]))
    .orderBy('question.at')
    .orderBy('question.id')
    .execute();
  return rows.map(({ name, body, here }) => ({ name: here === null ? null : name, body }));
}
