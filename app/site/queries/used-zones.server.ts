import { acrossCircles } from '#db/across-circles.server.ts';
import type { Executor } from '#db/database.server.ts';

const ANY = 'a job looks at the zones that anybody goes by';

/** The zones of all people and circles, and of what is to come. */
export async function usedZones(on: Executor, now: Date): Promise<string[]> {
  const from = acrossCircles(on, ANY);
  const zones = await Promise.all([
    from.selectFrom('person').select('time_zone').distinct().execute(),
    from.selectFrom('circle').select('time_zone').distinct().execute(),
    from
      .selectFrom('session')
      .select('time_zone')
      .distinct()
      .where('starts_at', '>', now)
      .execute(),
    from
      .selectFrom('conversation_meeting')
      .select('time_zone')
      .distinct()
      .where('starts_at', '>', now)
      .execute(),
    from
      .selectFrom('series')
      .select('time_zone')
      .distinct()
      .where('ended_at', 'is', null)
      .execute(),
    from
      .selectFrom('time_poll_slot as slot')
      .innerJoin('time_poll as poll', (join) =>
        join.onRef('poll.circle_id', '=', 'slot.circle_id').onRef('poll.id', '=', 'slot.poll_id'),
      )
      .select('poll.time_zone')
      .distinct()
      .where('slot.starts_at', '>', now)
      .execute(),
  ]);
  return [...new Set(zones.flat().map(({ time_zone }) => time_zone))];
}
