/**
 * SQL for what says whether somebody can be asked (`Capacity` of rules/capacity.ts), as one JSON.
 * @param person of whom, an id
 * @param asker who would ask, an id
 */
export const capacityOf = (person: string, asker: string) => `(
  select json_build_object(
    'atOnce', coalesce(h.at_once, 2), 'pausedUntil', h.paused_until,
    'isResting', h.resting_since is not null, 'isAsker', q.id = ${asker},
    'timeZone', q.time_zone,
    'busy', (select count(*) from conversation c where c.helper_id = q.id and c.ended_at is null),
    'isClosed', exists (select from person_deactivation d where d.person_id = q.id),
    'isBlocked', exists (select from person_block b
      where (b.person_id = q.id and b.blocked_id = ${asker})
        or (b.person_id = ${asker} and b.blocked_id = q.id)))
  from person q left join helping h on h.person_id = q.id
  where q.id = ${person})`;
