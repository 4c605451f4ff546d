import { weekColumns } from './week-columns.server.ts';

interface Given {
  /** SQL of the viewer's person id, of the ids of their circles, and of the day it is for them */
  person: string;
  circles: string;
  today: string;
}

/**
 * SQL: json of this week's one person, for home: null for who is asked nothing, or has said what
 * became of it. Theirs alone.
 */
export const weekOnHome = ({ person, circles, today }: Given): string => `(
  select row_to_json(w) from (
    select ${weekColumns(circles)}
    from weekly_asking a
    join weekly_ask k on k.person_id = a.person_id
    where a.person_id = ${person} and a.next_on is not null
      and k.for_day between ${today}::date - (7 * a.every_weeks) and ${today}::date + 1
    order by k.for_day desc limit 1
  ) w
  where w.result is null or w.result = 'asked')`;
