import { factsFor, ofKind } from './all-occasions.server.ts';
import { linesOfMine } from './lines.server.ts';

/**
 * The items of a person ($1) with what their words need, in one statement: each room's kinds say in
 * SQL what that is. $2 are the circles they are in and $3 the day it is in each. Of a circle they are
 * in no more nothing is read but what is not its members' alone; what is between people is in none.
 * @param which SQL over `i`: the items that are asked for
 */
export const itemsStatement = (which: string) => `
with mine as materialized (
  select i.* from inbox_item i
  where i.person_id = $1 and (i.member_of is null or i.member_of = any($2::bigint[])) and (${which})
), ${linesOfMine({ circles: '$2', days: '$3' })}, told as materialized (
  select i.circle_id, i.topic, i.kind, i.thing_id, i.thread_id, i.detail, i.for_you, i.at, i.read_at,
    i.by_person_id, i.held as held_as_kept, ${ofKind(({ held }) => held, 'false')} as held,
    ${factsFor('$2::bigint[]')} as facts
  from mine i
  left join lines on lines.circle_id = i.circle_id and lines.person_id = i.person_id
)
select told.*, p.name as by, c.slug, c.name as circle, c.cloth
from told
left join circle c on c.id = told.circle_id
left join person p on p.id = told.by_person_id
where told.facts is not null
order by told.at desc, coalesce(told.circle_id, 0), told.topic`;
