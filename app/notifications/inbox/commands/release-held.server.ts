import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { holdIn } from './hold-anew.server.ts';

/** So many circles at once. */
const AT_ONCE = 200;

const EVERYWHERE = 'a job looks through what waits in the inboxes of all circles';

/**
 * Every hour: makes new what waited in inboxes for a day that has come. Time alone takes everybody
 * further in a book and never back, so that only what is held is looked at.
 */
export async function releaseHeld({ now = new Date() } = {}): Promise<void> {
  const everywhere = acrossCircles(db, EVERYWHERE);
  const circles = await everywhere
    .selectFrom('circle')
    .select(['id', 'time_zone as timeZone'])
    .where('id', 'in', (held) =>
      held
        .selectFrom('inbox_item')
        .select('circle_id')
        .where('read_at', 'is', null)
        .where('held', '=', true),
    )
    .orderBy('id')
    .execute();
  for (let at = 0; at < circles.length; at += AT_ONCE) {
    await holdIn(everywhere, circles.slice(at, at + AT_ONCE), { onlyHeld: true }, now);
  }
}
