import { sql } from 'kysely';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { tellAsker } from '#app/polls/rows/tell-of-poll.server.ts';
import { notAnswered } from '#app/polls/rows/who-answered.server.ts';
import { REMINDERS, remindsAt } from '#app/polls/rules/poll.ts';
import type { Clock } from '#app/time/clock.ts';
import { daysAfter } from '#app/time/spans.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** What is done in one sweep; the rest waits for the next. */
const MOST = 200;
/** A close that was missed for longer is no news. */
const DAYS_BACK = 14;

/**
 * Does what is due of polls that go on: reminds, tells whoever asked that all have answered, and that a
 * poll has closed. However many sweep at once, each is done once; circles that are archived rest.
 */
export async function sweepPolls({ now = new Date() }: Clock = {}): Promise<void> {
  const { rows } = await dueAt(now).execute(acrossCircles(db, 'a sweep goes over all circles'));
  for (const poll of rows) {
    const { closesAt } = poll;
    if (closesAt && closesAt <= now) await closeOne(poll, now);
    else await waitFor(poll, now);
  }
}

interface Due {
  id: number;
  circleId: number;
  askedBy: number;
  askedAt: Date;
  closesAt: Date | null;
  version: number;
}

/**
 * The polls whose moment has come: none of the others is touched. What this says of them is looked at
 * once more by whoever claims it.
 */
const dueAt = (now: Date) => sql<Due>`
  select p.id, p.circle_id as "circleId", p.asked_by as "askedBy", p.asked_at as "askedAt",
    p.closes_at as "closesAt", p.version
  from time_poll p
  where p.closing_told_at is null
    and (p.closes_at is null or p.closes_at > ${daysAfter(now, -DAYS_BACK)})
    and not exists (select from time_poll_end e
      where e.circle_id = p.circle_id and e.poll_id = p.id)
    and not exists (select from circle_archive a where a.circle_id = p.circle_id)
    and (p.closes_at <= ${now}
      or (p.reminded_at is null and ${remindsBy(now)} and ${isWaitedFor(now)})
      or (p.all_answered_at is null and not ${isWaitedFor(now)}))
  order by p.closes_at, p.id
  limit ${MOST}`;

const remindsBy = (now: Date) =>
  sql`p.closes_at - ${now}::timestamptz <= case ${sql.join(
    REMINDERS.map(
      ({ open, before }) =>
        sql`when p.closes_at - p.asked_at >= ${open} * interval '1 ms' then ${before} * interval '1 ms'`,
    ),
    sql` `,
  )} end`;

const isWaitedFor = (now: Date) => sql`exists (
  select from time_poll_slot s
  join membership m on m.circle_id = s.circle_id
  where s.circle_id = p.circle_id and s.poll_id = p.id and s.taken_away_at is null
    and (p.kind = 'weekly' or s.starts_at > ${now})
    and not exists (select from person_deactivation d where d.person_id = m.person_id)
    and not exists (select from time_poll_answer a
      where a.circle_id = s.circle_id and a.slot_id = s.id and a.person_id = m.person_id))`;

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
