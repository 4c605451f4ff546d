import { type RawBuilder, sql } from 'kysely';
import type { Executor } from '#db/database.server.ts';

interface Ends {
  /** when they last left, were removed or were turned away: an invitation sent before is settled */
  over: Date | null;
  /** the last that happened between them and the circle is that its host sent them away */
  turnedAway: boolean;
}

/** How it ended last between a person (null: a visitor) and a circle. */
export async function endsOf(
  on: Executor,
  circleId: number,
  personId: number | null,
): Promise<Ends> {
  const { rows } = await endsIn(sql.val(circleId), personId).execute(on);
  return rows[0] ?? { over: null, turnedAway: false };
}

/** The same as a select of one row. */
export const endsIn = (circle: RawBuilder<number>, personId: number | null) => sql<Ends>`(
  with ends as (
    select left_at as at, removed_by is not null as away, true as settles
      from departure where circle_id = ${circle} and person_id = ${personId}
    union all
    select ended_at, outcome = 'removed', outcome = 'removed'
      from waiting_place where circle_id = ${circle} and person_id = ${personId}
        and ended_at is not null
    union all
    select decided_at, decision = 'declined', decision = 'declined'
      from join_request where circle_id = ${circle} and person_id = ${personId}
        and decision in ('accepted', 'declined')
  )
  select max(at) filter (where settles) as over,
    coalesce((array_agg(away order by at desc))[1], false) as "turnedAway" from ends)`;
