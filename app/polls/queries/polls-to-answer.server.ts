import type { Viewer } from '#app/access/proofs.ts';
import type { PollKind } from '#app/polls/rules/poll.ts';

/** A poll that waits for somebody's answers, as its column has it. */
export interface WaitingRow {
  id: number;
  circle_id: number;
  kind: PollKind;
  closes_at: string | null;
  left: number;
}

/**
 * Open polls that wait for a person's answers, as a column of a statement: the one that closes first
 * first, null for none. The parameters name the person, circles, and now.
 */
export const waitingColumn = (of: { person: string; circles: string; now: string }) => `(
  select json_agg(w order by w.closes_at, w.id)
  from (
    select p.id, p.circle_id, p.kind, p.closes_at, count(*) as left
    from time_poll p
    join time_poll_slot s on s.circle_id = p.circle_id and s.poll_id = p.id
      and s.circle_id = any(${of.circles})
    where p.circle_id = any(${of.circles}) and (p.closes_at is null or p.closes_at > ${of.now})
      and s.taken_away_at is null and (p.kind = 'weekly' or s.starts_at > ${of.now})
      and not exists (select from time_poll_end e
        where e.circle_id = p.circle_id and e.poll_id = p.id
          and e.circle_id = any(${of.circles}))
      and not exists (select from time_poll_answer a
        where a.circle_id = s.circle_id and a.slot_id = s.id and a.person_id = ${of.person}
          and a.circle_id = any(${of.circles}))
    group by p.id, p.circle_id, p.kind, p.closes_at
    order by p.closes_at, p.id
    limit 50
  ) w)`;

/** The polls of that column with the circles they are of. */
export function pollsToAnswer({ memberships }: Viewer, waiting: readonly WaitingRow[]) {
  const circles = new Map(memberships.map(({ circle }) => [circle.id, circle]));
  return waiting.flatMap(({ id, circle_id, kind, closes_at, left }) => {
    const circle = circles.get(circle_id);
    const closesAt = closes_at && new Date(closes_at).toISOString();
    return circle ? [{ id, circle, kind, closesAt, left }] : [];
  });
}
