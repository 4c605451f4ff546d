import type { Viewer } from '#app/access/proofs.ts';
import type { UsualRange } from '#app/polls/usual/rules/usual-answer.ts';
import { db } from '#db/database.server.ts';

/** Writes the whole week of a person, unless another page has written it since. */
export async function saveUsualTimes(
  { personId }: Viewer,
  { ranges, version }: { ranges: readonly UsualRange[]; version: number },
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | { ok: false; reason: 'changed-meanwhile' }> {
  return db.transaction().execute(async (tx) => {
    const saved =
      version === 0
        ? await tx
            .insertInto('usual_times')
            .values({ person_id: personId, set_at: now })
            .onConflict((conflict) => conflict.doNothing())
            .returning('version')
            .executeTakeFirst()
        : await tx
            .updateTable('usual_times')
            .set(({ eb }) => ({ set_at: now, version: eb('version', '+', 1) }))
            .where('person_id', '=', personId)
            .where('version', '=', version)
            .returning('version')
            .executeTakeFirst();
    if (!saved) return { ok: false, reason: 'changed-meanwhile' };
    await tx.deleteFrom('usual_time').where('person_id', '=', personId).execute();
    if (ranges.length > 0) {
      await tx
        .insertInto('usual_time')
        .values(
          ranges.map(({ weekday, from, to, answer }) => ({
            ...{ person_id: personId, weekday, from_time: from, to_time: to, answer },
          })),
        )
        .execute();
    }
    return { ok: true };
  });
}
