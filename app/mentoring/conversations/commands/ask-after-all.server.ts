import { askAfter } from '#app/mentoring/conversations/rows/ask-after.server.ts';
import { ASKED_AFTER_DAYS } from '#app/mentoring/conversations/rules/outcome.ts';
import { daysAfter } from '#app/time/spans.ts';
import { db } from '#db/database.server.ts';

/** So many are asked of at a time: the hour after asks of the rest. */
const AT_A_TIME = 500;

/** Every hour: asks the two of each conversation that was opened a week ago what came of it. */
export async function askAfterAll({ now = new Date() }: { now?: Date } = {}): Promise<void> {
  const due = await db
    .selectFrom('conversation')
    .select('id')
    .where('asked_after_at', 'is', null)
    .where('opened_at', '<=', daysAfter(now, -ASKED_AFTER_DAYS))
    .orderBy('opened_at')
    .limit(AT_A_TIME)
    .execute();
  for (const { id } of due) await db.transaction().execute((tx) => askAfter(tx, id, now));
}
