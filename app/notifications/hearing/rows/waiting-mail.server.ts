import { ofKind } from '#app/notifications/inbox/rows/all-occasions.server.ts';
import { WINDOW_MINUTES } from '#app/notifications/rules/timing.ts';

const NEWS = ofKind(({ weight }) => (weight === 'news' ? 'true' : undefined), 'false');

/** Where items that wait for a mail are looked for, and how much is wanted of each. */
interface Where {
  /** the items `i`, and of each its circle as `c` */
  from: string;
  /** an expression */
  volume: string;
  /** a condition: what else waits beside the items that have a moment */
  also?: string;
}

/**
 * A select (circle_id, topic, hushed) of the items of a person ($1) that wait for a mail or lost it,
 * locked in the order in which everybody locks them. `hushed`: at this volume none is sent of it.
 */
export const waitingItems = ({ from, volume, also = 'false' }: Where) => `
select i.circle_id, i.topic, (
  ${volume} = 'nothing' or ${volume} = 'concerns' and not i.for_you
    and ${NEWS} and not exists (
      select from thread_following f
      where f.circle_id = c.circle_id and f.thread_id = i.thread_id and f.person_id = $1
        and not f.muted)
) as hushed
from ${from}
where i.person_id = $1 and i.read_at is null and (i.mail_at is not null or ${also})
order by i.circle_id, i.topic for update of i`;

/**
 * Gives the items of `waiting` back to their window at a time `now`, as if they were told just then:
 * the sweep knows of volumes and hours, and puts off what is to come later.
 */
export const retimed = (now: string) => `
update inbox_item i
set mail_at = case when not w.hushed then greatest(i.at + interval '${WINDOW_MINUTES} minutes', ${now}) end
from waiting w
where i.person_id = $1 and i.topic = w.topic and i.circle_id is not distinct from w.circle_id`;

/**
 * What waits for a person ($1), of all their circles and between them and others; as `waiting`, the
 * last of several expressions of a `with`.
 * @param provided SQL: whether anything of it is meant
 */
export const allWaiting = (provided = 'true') => `
circles as materialized (
  select m.circle_id, coalesce(v.volume, 'everything') as volume
  from membership m
  left join circle_volume v on v.circle_id = m.circle_id and v.person_id = m.person_id
  where m.person_id = $1
), between_people as materialized (
  select coalesce((select volume from between_volume where person_id = $1), 'everything') as volume
  where ${provided}
), waiting as materialized (
  ${waitingItems({
    from: `
  inbox_item i cross join between_people b
  left join circles c on c.circle_id = i.circle_id`,
    volume: 'case when i.circle_id is null then b.volume else c.volume end',
  })}
)`;
