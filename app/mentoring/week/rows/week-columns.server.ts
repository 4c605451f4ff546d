/**
 * SQL: whom a week `k` is about, as they are called now; who is gone, as they were called then.
 * @param circles SQL of the ids of the viewer's circles, an array
 */
const whomNow = (circles: string) => `coalesce((
  select p.name from person p
  where p.id = k.whom_id
    and not exists (select from person_deactivation d where d.person_id = p.id)
    and exists (select from membership m
      where m.circle_id = any(${circles}) and m.person_id = p.id offset 0)), k.whom)`;

/** SQL: the columns of a week `k` as its own person reads it. */
export const weekColumns = (circles: string) => `
  k.id, k.for_day::text as day, ${whomNow(circles)} as whom, k.whom_id as "whomId",
  k.when_text as "when", k.will_text as will, k.remind_on::text as "remindOn",
  k.remind_hour as "remindHour", k.result, k.kept, k.ask_id as "askId", k.version`;
