/**
 * The next people to whom a mail is due, by the moment ($1) and after those whom the statement found
 * before ($2, $3: its `past` and `past_person`; at first '-infinity' and 0), $4 lines of theirs at most;
 * and everything that waits for them, with how much they want of each circle, and of what is between people. A closed account and an
 * archived circle want nothing.
 */
export const DUE = `
with due as materialized (
  select i.mail_at, i.person_id from inbox_item i
  where i.mail_at is not null and i.read_at is null and not i.held
    and i.mail_at <= $1 and (i.mail_at, i.person_id) > ($2::timestamptz, $3::bigint)
  order by i.mail_at, i.person_id limit $4
), last as (
  select mail_at::text as past, person_id as past_person
  from due order by mail_at desc, person_id desc limit 1
)
select last.past, last.past_person, p.id as person_id, p.time_zone, i.circle_id, i.topic, i.mail_at,
  h.digest_days, h.digest_hour, h.quiet_from, h.quiet_to,
  case when closed.person_id is not null or archived.circle_id is not null then 'nothing'
    else coalesce(case when i.circle_id is null then b.volume else v.volume end, 'everything')
    end as volume
from last
cross join (select distinct person_id from due) whom
join person p on p.id = whom.person_id
join inbox_item i on i.person_id = p.id
  and i.mail_at is not null and i.read_at is null and not i.held
left join mail_hours h on h.person_id = p.id
left join circle_volume v on v.circle_id = i.circle_id and v.person_id = p.id
left join between_volume b on b.person_id = p.id
left join person_deactivation closed on closed.person_id = p.id
left join circle_archive archived on archived.circle_id = i.circle_id
order by p.id, i.at, i.circle_id, i.topic`;
