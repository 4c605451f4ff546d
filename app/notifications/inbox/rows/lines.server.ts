import type { Reader } from '#app/notifications/rules/occasions.ts';
import { occasionKinds } from './all-occasions.server.ts';

/** A select (beyond): the ids of the sections beyond a person's line in a circle, as one array. */
export const beyondLine = (of: Reader): string => {
  const select = Object.values(occasionKinds).find(({ lines }) => lines)?.lines;
  return select ? select(of) : "select '{}'::bigint[] as beyond";
};

/**
 * A `with` (lines: circle_id, person_id, beyond) of the people whose items `mine` has, in the circles of
 * its notes.
 * @param circles and `days`: what stands for the circles, an array, and the day it is in each
 */
export const linesOfMine = ({ circles, days }: { circles: string; days: string }): string => `
lines as materialized (
  select noted.circle_id, noted.person_id, line.beyond
  from (select distinct circle_id, person_id from mine where thread_id is not null) noted
  join unnest(${circles}::bigint[], ${days}::date[]) as here (circle_id, today)
    on here.circle_id = noted.circle_id
  cross join lateral (
    ${beyondLine({ circle: 'noted.circle_id', person: 'noted.person_id', today: 'here.today' })}
  ) line
)`;
