/**
 * A mail that waits for its moment is given back to its window, as if what it tells of were told just
 * now: the sweep knows of volumes and hours, and puts off what is to come later.
 */
const WINDOW = '1 hour';

/**
 * A select (circle_id, topic, hushed) of the items of a person ($1) that wait for a mail or lost it,
 * locked in the order in which everybody locks them. `hushed`: at this volume none is sent of it.
 * @param of in which rows their circles and the volume there are: `c.circle_id`, and the expression
 * @param also what else waits beside the items that have a moment, as a condition
 */
export const waitingItems = (of: string, volume: string, also = 'false') => `
select i.circle_id, i.topic, (
  ${volume} = 'nothing' or ${volume} = 'concerns' and not i.for_you
    and (i.thread_id is not null or i.topic like 'person:%')
    and not exists (
      select from thread_following f
      where f.circle_id = i.circle_id and f.thread_id = i.thread_id and f.person_id = $1
        and not f.muted)
) as hushed
from ${of} c join inbox_item i on i.circle_id = c.circle_id
where i.person_id = $1 and i.read_at is null and (i.mail_at is not null or ${also})
order by i.circle_id, i.topic for update of i`;

/** Gives the items of `waiting` their moment anew, at a time `now`. */
export const retimed = (now: string) => `
update inbox_item i
set mail_at = case when not w.hushed then greatest(i.at + interval '${WINDOW}', ${now}) end
from waiting w
where i.circle_id = w.circle_id and i.person_id = $1 and i.topic = w.topic`;
