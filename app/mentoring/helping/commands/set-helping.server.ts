import type { Viewer } from '#app/access/proofs.ts';
import { helpingOf } from '#app/mentoring/helping/queries/helping.server.ts';
import { type Helping, sameHelping } from '#app/mentoring/helping/rules/helping.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';

export interface HelpingInput extends Helping {
  /** of what the form was filled from */
  version: number;
}

export type HelpingSaved =
  | { ok: true; version: number; before: Helping }
  | { ok: false; reason: 'changed' | 'pause-over' };

/** Sets what somebody can take on. What they have taken on already goes on. */
export async function setHelping(
  viewer: Viewer,
  { version, ...chosen }: HelpingInput,
  { now = new Date() }: Clock = {},
): Promise<HelpingSaved> {
  const { helping: before } = await helpingOf(viewer, { now });
  if (sameHelping(before, chosen)) return { ok: true, version: before.version, before };
  const { pausedUntil } = chosen;
  const isNewDay = pausedUntil !== null && pausedUntil !== before.pausedUntil;
  if (isNewDay && pausedUntil <= todayIn(viewer.timeZone, now)) {
    return { ok: false, reason: 'pause-over' };
  }
  const saved = await db
    .insertInto('helping')
    .values({
      ...{ person_id: viewer.personId, at_once: chosen.atOnce, paused_until: pausedUntil },
      ...{ beyond_circles: chosen.beyondCircles, said_in_mail: chosen.saidInMail },
      version: version + 1,
    })
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .doUpdateSet(({ ref }) => ({
          ...{ at_once: ref('excluded.at_once'), paused_until: ref('excluded.paused_until') },
          beyond_circles: ref('excluded.beyond_circles'),
          said_in_mail: ref('excluded.said_in_mail'),
          version: ref('excluded.version'),
        }))
        .where('helping.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  if (saved) return { ok: true, version: saved.version, before };
  const { helping: there } = await helpingOf(viewer, { now });
  return sameHelping(there, chosen)
    ? { ok: true, version: there.version, before: there }
    : { ok: false, reason: 'changed' };
}

/** Ends a rest: who is back is asked again, and what went unanswered counts no more. Twice is once. */
export async function comeBack({ personId }: Viewer): Promise<void> {
  await db
    .updateTable('helping')
    .set({ resting_since: null, unanswered: 0 })
    .where('person_id', '=', personId)
    .execute();
}
