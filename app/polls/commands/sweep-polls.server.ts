import { tell } from '#app/notifications/commands/tell.server.ts';
import { tellAsker } from '#app/polls/rows/tell-of-poll.server.ts';
import { notAnswered } from '#app/polls/rows/who-answered.server.ts';
import { remindsAt } from '#app/polls/rules/poll.ts';
import type { Clock } from '#app/time/clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

interface Due {
  id: number;
  circleId: number;
  askedBy: number;
  askedAt: Date;
  closesAt: Date | null;
  version: number;
}

/**
 * Does what is due of all polls that go on: reminds, tells whoever asked that all have answered, and
 * that a poll has closed. However many sweep at once, each is done once; circles that are archived rest.
 */
export async function sweepPolls({ now = new Date() }: Clock = {}): Promise<void> {
  const open: Due[] = await acrossCircles(db, 'a sweep goes over all circles')
    .selectFrom('time_poll as poll')
    .select(['poll.id', 'poll.circle_id as circleId', 'poll.asked_by as askedBy'])
    .select(['poll.asked_at as askedAt', 'poll.closes_at as closesAt', 'poll.version'])
    .where('poll.closing_told_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('time_poll_end as end')
            .select('end.at')
            .whereRef('end.circle_id', '=', 'poll.circle_id')
            .whereRef('end.poll_id', '=', 'poll.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('circle_archive')
            .select('circle_archive.at')
            .whereRef('circle_archive.circle_id', '=', 'poll.circle_id'),
        ),
      ),
    )
    .orderBy('poll.id')
    .execute();
  for (const poll of open) {
    const { closesAt } = poll;
    if (closesAt && closesAt <= now) await closeOne(poll, now);
    else await waitFor(poll, now);
  }
}

/** A poll whose time is over. */
const closeOne = (poll: Due, now: Date) =>
  db.transaction().execute(async (tx) => {
    if (await first(tx, poll, 'closing_told_at', now)) {
      await tellAsker(tx, poll, 'closed', { at: now });
    }
  });

/** A poll that is answered: whoever is late is reminded, and nobody is waited for who has left. */
async function waitFor(poll: Due, now: Date): Promise<void> {
  const { id, circleId, askedAt, closesAt } = poll;
  await db.transaction().execute(async (tx) => {
    const late = await notAnswered(tx, { circleId, pollId: id, now });
    if (late.length === 0) {
      if (await first(tx, poll, 'all_answered_at', now)) {
        await tellAsker(tx, poll, 'all-answered', { at: now });
      }
      return;
    }
    const due = closesAt && remindsAt(askedAt, closesAt);
    if (!due || due > now || !(await first(tx, poll, 'reminded_at', now))) return;
    const closes = closesAt.toISOString();
    await tell(
      tx,
      poll,
      {
        ...{ occasion: 'poll-reminder', thing: id, detail: {}, by: null, at: now },
        until: closesAt,
        mail: {
          message: 'poll-reminder',
          given: { pollId: id, closesAt: closes },
          occasion: `poll:${id}:${closes}`,
        },
      },
      { only: late },
    );
  });
}

/** Whether this is the one who does it: the poll as it was read, and nobody before. */
async function first(
  tx: Tx,
  poll: Due,
  what: 'closing_told_at' | 'all_answered_at' | 'reminded_at',
  now: Date,
): Promise<boolean> {
  const done = await tx
    .updateTable('time_poll')
    .set({ [what]: now })
    .where(inCircle(poll, 'time_poll'))
    .where('id', '=', poll.id)
    .where('version', '=', poll.version)
    .where(what, 'is', null)
    .returning('id')
    .executeTakeFirst();
  return done !== undefined;
}
