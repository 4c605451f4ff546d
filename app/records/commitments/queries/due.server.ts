import { ASKED_FOR_DAYS } from '#app/records/commitments/rules.ts';

/** What somebody said they would do by now, and has not said what became of. */
export interface DueRow {
  id: number;
  slug: string;
  act: string;
}

/**
 * What is due of a person's, as a column of a statement: from its day on and for some days, the
 * latest first; null for none. The parameters name the person, circles, and the day it is in each.
 */
export const dueColumn = (of: { person: string; circles: string; days: string }) => `(
  select json_agg(json_build_object('id', d.id, 'slug', d.slug, 'act', d.act))
  from (
    select k.id, c.slug, k.act
    from unnest(${of.circles}, ${of.days}) as here (circle_id, today)
    join commitment k on k.circle_id = here.circle_id
    join circle c on c.id = k.circle_id
    where k.circle_id = any(${of.circles}) and k.person_id = ${of.person} and k.became is null
      and k.taken_back_at is null and k.by_on <= here.today
      and k.by_on > here.today - ${ASKED_FOR_DAYS}
    order by k.by_on desc, k.id desc
    limit 3
  ) d)`;
