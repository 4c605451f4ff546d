import { weekColumns } from './week-columns.server.ts';

interface Given {
  /** SQL of the viewer's person id, of the ids of their circles, and of the moment it is */
  person: string;
  circles: string;
  now: string;
}

// Another zone than UTC may have another day.
const day = (now: string) => `(${now}::timestamptz at time zone 'UTC')::date`;

/**
 * SQL: json of this week's one person, for home: null for who is asked nothing, or has said what
 * became of it. Theirs alone.
 */
export const weekOnHome = ({ person, circles, now }: Given): string => `(
  select row_to_json(w) from (
    select ${weekColumns(circles)}
    from weekly_asking a
    join weekly_ask k on k.person_id = a.person_id
    where a.person_id = ${person} and a.next_on is not null
      and k.for_day between ${day(now)} - (7 * a.every_weeks) and ${day(now)} + 1
    order by k.for_day desc limit 1
  ) w
  where w.result is null or w.result = 'asked')`;
