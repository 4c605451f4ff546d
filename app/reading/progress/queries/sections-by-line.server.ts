/** What stands for a value in a statement: '$1', or an expression. */
interface Places {
  circle: string;
  person: string;
  /** the day it is in the circle's zone */
  today: string;
  /** a reading to ask of instead, whether or not it goes on */
  reading?: string;
}

const goesOn = (today: string) => `r.ends_on >= ${today}::date
    and not exists (
      select from reading_end e where e.circle_id = r.circle_id and e.reading_id = r.id)`;

/**
 * A select (id, kind, label, title, position, reading_id, beyond) of the sections of the books whose
 * reading goes on, and whether each lies beyond a reader's line: rules/line.ts in SQL, for statements
 * that must not send a hidden note's text. A section that is not here is beyond nobody's line.
 *
 * What the line takes is gathered once for each reading: a subquery for each section would cost the
 * thread page more than its notes do.
 */
export const sectionsByLine = ({ circle, person, today, reading }: Places) => `
with goes_on as materialized (
  select distinct on (r.book_id) r.id, r.book_id, p.page, p.percent, (
    select array_agg(d.section_id) from section_read d
    where d.circle_id = ${circle} and d.reading_id = r.id and d.person_id = ${person}
  ) as read
  from reading r
  left join place_reached p
    on p.circle_id = r.circle_id and p.reading_id = r.id and p.person_id = ${person}
  where r.circle_id = ${circle}
    and ${reading === undefined ? goesOn(today) : `r.id = ${reading}`}
  order by r.book_id, r.starts_on, r.id
), line as materialized (
  select r.id, r.book_id, r.percent, r.read, book.last, book.sections,
    coalesce(r.page, floor(r.percent * book.last / 100.0), 0)::int as page,
    r.page is not null or r.percent is not null or r.read is not null as said
  from goes_on r
  cross join lateral (
    select coalesce(max(coalesce(end_page, start_page)), 0) as last, count(*) as sections
    from section where circle_id = ${circle} and book_id = r.book_id
  ) book
), reach as materialized (
  select line.*, plan.due, plan.not_due,
    case when said then (
      select max(position) from section
      where circle_id = ${circle} and book_id = line.book_id and end_page <= line.page
    ) else plan.position end as position
  from line
  left join lateral (
    select max(s.position) filter (where m.due_on < ${today}::date) as position,
      array_agg(s.id) filter (where m.due_on < ${today}::date) as due,
      coalesce(array_agg(s.id) filter (where m.due_on >= ${today}::date), '{}') as not_due
    from milestone_section ms
    join milestone m on m.circle_id = ms.circle_id and m.id = ms.milestone_id
    join section s on s.circle_id = ms.circle_id and s.id = ms.section_id
    where ms.circle_id = ${circle} and ms.reading_id = line.id and not line.said
  ) plan on true
)
select s.id, s.kind, s.label, s.title, s.position, reach.id as reading_id,
  not coalesce(case when reach.said then
    reach.percent = 100
    or s.id = any(reach.read)
    or case
      when s.end_page is not null then s.end_page <= reach.page
      when reach.last > 0 then s.position < reach.position
      else (
        select count(*) from section t
        where t.circle_id = ${circle} and t.book_id = reach.book_id and t.position <= s.position
      ) * 100 <= reach.percent * reach.sections
    end
  else
    s.id = any(reach.due) or (s.position < reach.position and s.id <> all(reach.not_due))
  end, false) as beyond
from reach
join section s on s.circle_id = ${circle} and s.book_id = reach.book_id`;
