import type { Viewer } from '#app/access/proofs.ts';
import type { UsualRange } from '#app/polls/usual/rules/usual-answer.ts';
import { db, type Executor } from '#db/database.server.ts';

/** When the viewer usually can; version 0 where they have not said. */
export async function usualTimesOf(
  { personId }: Pick<Viewer, 'personId'>,
  executor: Executor = db,
): Promise<{ version: number; ranges: UsualRange[] }> {
  const rows = await executor
    .selectFrom('usual_times')
    .leftJoin('usual_time as range', 'range.person_id', 'usual_times.person_id')
    .select(['usual_times.version', 'range.weekday', 'range.from_time', 'range.to_time'])
    .select('range.answer')
    .where('usual_times.person_id', '=', personId)
    .orderBy('range.weekday')
    .orderBy('range.from_time')
    .execute();
  const ranges = rows.flatMap(({ weekday, from_time, to_time, answer }) =>
    weekday === null || from_time === null || to_time === null
      ? []
      : [{ weekday, from: from_time, to: to_time, answer: answer as UsualRange['answer'] }],
  );
  return { version: rows[0]?.version ?? 0, ranges };
}
