import { lockedChoice } from '#app/choosing/rows/choice-row.server.ts';
import { choicesFrom } from '#app/choosing/rows/joins.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { countBallots } from './close-choice.server.ts';

/**
 * Closes what was to close while its circle was archived, at the moment the circle came back. Nobody
 * is told of what went by.
 * @param of.at ISO: when the circle came back
 */
export async function closeRested({ circleId, at }: { circleId: number; at: string }) {
  const back = new Date(at);
  await db.transaction().execute(async (tx) => {
    const due = await choicesFrom(tx)
      .leftJoin('circle_archive as rest', 'rest.circle_id', 'choice.circle_id')
      .select('choice.id')
      .where(inCircle({ circleId }, 'choice'))
      .where('choice.closes_at', '<=', back)
      .where('close.at', 'is', null)
      .where('off.at', 'is', null)
      .where('rest.at', 'is', null)
      .execute();
    for (const { id } of due) {
      const choice = await lockedChoice(tx, { circleId }, id, back);
      if (choice?.state !== 'closed' || choice.closed) continue;
      await countBallots(tx, choice, { by: null, at: back, tells: false });
    }
  });
}
