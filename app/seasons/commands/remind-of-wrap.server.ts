import { enqueue } from '#app/platform/queue.server.ts';
import { answersTo, standingWrap, whoCanAnswer } from '#app/seasons/rows/standing-wrap.server.ts';
import { isAnswer } from '#app/seasons/rules/seasons.ts';
import { db } from '#db/database.server.ts';

/** Queues the reminder of each member who has not answered, all or none. */
export async function remindOfWrap(of: {
  circleId: number;
  readingId: number;
  /** ISO: of the wrap that this reminder was set for */
  openedAt: string;
}): Promise<void> {
  const { readingId, openedAt } = of;
  await db.transaction().execute(async (tx) => {
    const wrap = await standingWrap(tx, of, readingId, new Date());
    if (!wrap || wrap.listOpened || wrap.openedAt.toISOString() !== openedAt) return;
    const answers = await answersTo(tx, of, readingId);
    const said = new Map(answers.map(({ personId, answer }) => [personId, answer]));
    for (const { id } of await whoCanAnswer(tx, of)) {
      if (isAnswer(said.get(id) ?? null)) continue;
      await enqueue(tx, 'send-wrap-reminder', { ...of, personId: id });
    }
  });
}
