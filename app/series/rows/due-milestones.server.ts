import type { Tx } from '#db/database.server.ts';
import { type InCircle, inCircle, joined } from '#db/in-circle.server.ts';

/**
 * What is read before sessions on these days: for each the milestone due on it, or the last one since
 * the session before. One that another session names is left to it.
 * @param days in order
 */
export async function milestonesFor(
  tx: Tx,
  circle: InCircle,
  days: readonly string[],
  { today }: { today: string },
): Promise<Map<string, number>> {
  const last = days.at(-1);
  if (last === undefined) return new Map();
  const due = await tx
    .selectFrom('milestone')
    .innerJoin('reading', (join) => join.on(joined('reading.id', 'milestone.reading_id')))
    .leftJoin('reading_end as over', (join) => join.on(joined('over.reading_id', 'reading.id')))
    .select(['milestone.id', 'milestone.due_on'])
    .where(inCircle(circle, 'milestone'))
    .where('over.reading_id', 'is', null)
    .where('milestone.due_on', '>=', today)
    .where('milestone.due_on', '<=', last)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('session')
            .select('session.id')
            .where(joined('session.milestone_id', 'milestone.id')),
        ),
      ),
    )
    .orderBy('milestone.due_on')
    .execute();
  const found = new Map<string, number>();
  for (const [index, day] of days.entries()) {
    const before = days[index - 1] ?? '';
    const own = due.findLast(({ due_on }) => due_on > before && due_on <= day);
    if (own) found.set(day, own.id);
  }
  return found;
}
