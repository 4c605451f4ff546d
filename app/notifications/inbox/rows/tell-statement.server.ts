import type { Occasion } from '#app/notifications/rules/occasions.ts';
import { WINDOW_MINUTES } from '#app/notifications/rules/timing.ts';
import { beyondLine } from './lines.server.ts';

/**
 * Puts an occasion into the inboxes of a circle's members ($1), in one statement. Closed accounts and
 * an archived circle are told nothing.
 *
 * $2 its thing, $3 the thread of that, $4 who did it (whose own line is read already), $5 its detail,
 * $6 when, $7 the members who are not told, $8 the only ones who are (null: all), $9 its topic, $10 its
 * kind, $11 the day it is in the circle (asked for where a kind says what is held).
 *
 * Rows are written in the order of the people, so that two tellings never wait for each other.
 */
export const tellStatement = ({ weight, held, forYou, audience }: Occasion<unknown, unknown>) => `
with member as materialized (
  select m.circle_id, m.person_id, $2::bigint as thing_id, $3::bigint as thread_id,
    coalesce(v.volume, 'everything') as volume, f.muted
  from membership m
  left join circle_volume v on v.circle_id = m.circle_id and v.person_id = m.person_id
  left join thread_following f
    on f.circle_id = m.circle_id and f.person_id = m.person_id and f.thread_id = $3::bigint
  where m.circle_id = $1 and m.person_id <> all($7::bigint[])
    and ($8::bigint[] is null or m.person_id = any($8::bigint[]))
    and f.muted is not true
    and not exists (select from person_deactivation d where d.person_id = m.person_id)
    and not exists (select from circle_archive a where a.circle_id = m.circle_id)
), concerned as materialized (
  select i.*, ${forYou ?? (weight === 'you' ? 'true' : 'false')} as for_you from member i
)
insert into inbox_item (circle_id, person_id, topic, member_of, kind, thing_id, thread_id,
  by_person_id, detail, for_you, at, held, read_at, mail_at)
select i.circle_id, i.person_id, $9, i.circle_id, $10, i.thing_id, i.thread_id,
  $4::bigint, $5::jsonb, i.for_you, $6::timestamptz, ${held ?? 'false'},
  case when i.person_id = $4::bigint then $6::timestamptz end,
  case when i.person_id = $4::bigint or i.volume = 'nothing'${
    weight === 'news'
      ? " or (i.volume = 'concerns' and not i.for_you and i.muted is distinct from false)"
      : ''
  } then null else $6::timestamptz + interval '${WINDOW_MINUTES} minutes' end
from concerned i${
  held
    ? `
cross join lateral (
  ${beyondLine({ circle: 'i.circle_id', person: 'i.person_id', today: '$11' })}
) lines`
    : ''
}
where ${audience ?? 'true'} and $11::date is not distinct from $11::date
order by i.person_id
on conflict (circle_id, person_id, topic) do update
set kind = excluded.kind, by_person_id = excluded.by_person_id, detail = excluded.detail,
  for_you = excluded.for_you, at = excluded.at, held = excluded.held, read_at = excluded.read_at,
  mail_at = excluded.mail_at, message_id = null`;
