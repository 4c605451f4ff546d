import { ofKind } from '#app/notifications/inbox/rows/all-occasions.server.ts';
import { WINDOW_MINUTES } from '#app/notifications/rules/timing.ts';

const NEWS = ofKind(({ weight }) => (weight === 'news' ? 'true' : undefined), 'false');

/**
 * A select (circle_id, topic, hushed) of the items of a person ($1) that wait for a mail or lost it,
 * locked in the order in which everybody locks them. `hushed`: at this volume none is sent of it.
 * @param of in which rows their circles and the volume there are: `c.circle_id`, and the expression
 * @param also what else waits beside the items that have a moment, as a condition
 */
export const waitingItems = (of: string, volume: string, also = 'false') => `
select i.circle_id, i.topic, (
  ${volume} = 'nothing' or ${volume} = 'concerns' and not i.for_you
    and ${NEWS} and not exists (
      select from thread_following f
      where f.circle_id = i.circle_id and f.thread_id = i.thread_id and f.person_id = $1
        and not f.muted)
) as hushed
from ${of} c join inbox_item i on i.circle_id = c.circle_id
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
where i.circle_id = w.circle_id and i.person_id = $1 and i.topic = w.topic`;

/** A select (circle_id, volume) of the circles of a person ($1). */
export const OWN_CIRCLES = `
select m.circle_id, coalesce(v.volume, 'everything') as volume
from membership m
left join circle_volume v on v.circle_id = m.circle_id and v.person_id = m.person_id
where m.person_id = $1`;
