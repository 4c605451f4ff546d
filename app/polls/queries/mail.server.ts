import { addressOfPoll } from '#app/polls/addresses.ts';
import type { PollTold } from '#app/polls/mail/poll-told.tsx';
import { type PollKind, pollState } from '#app/polls/rules/poll.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { inCircleOfRow, joined } from '#db/in-circle.server.ts';

interface Of {
  pollId: number;
  personId: number;
  byPersonId?: number;
}

/**
 * What a mail about a poll says to one member, read when it is sent; null when they left the circle or
 * their account is closed. It never says how anybody answered.
 */
async function pollToMail({ pollId, personId, byPersonId = 0 }: Of) {
  const now = new Date();
  const row = await acrossCircles(db, 'a job knows its poll alone')
    .selectFrom('time_poll as poll')
    .innerJoin('circle', 'circle.id', 'poll.circle_id')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.circle_id', '=', 'poll.circle_id')
        .on('membership.person_id', '=', personId),
    )
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('person_deactivation as left', 'left.person_id', 'person.id')
    .leftJoin('person as by', (join) => join.on('by.id', '=', byPersonId))
    .leftJoin('time_poll_end as end', (join) => join.on(joined('end.poll_id', 'poll.id')))
    .select([
      'poll.id',
      'poll.kind',
      'poll.title',
      'poll.minutes',
      'poll.closes_at',
      'end.ended_as',
    ])
    .select(['circle.slug', 'circle.name as circle', 'person.name', 'person.email'])
    .select(['person.time_zone', 'by.name as by'])
    .select(({ selectFrom, fn }) => [
      selectFrom('time_poll_slot as slot')
        .select(fn.countAll<number>().as('slots'))
        .where(joined('slot.poll_id', 'poll.id'))
        .where('slot.taken_away_at', 'is', null)
        .where((eb) => eb.or([eb('poll.kind', '=', 'weekly'), eb('slot.starts_at', '>', now)]))
        .as('slots'),
      selectFrom('time_poll_slot as slot')
        .innerJoin('time_poll_answer as said', (join) =>
          join.on(joined('said.slot_id', 'slot.id')).on('said.person_id', '=', personId),
        )
        .select(fn.countAll<number>().as('answered'))
        .where(joined('slot.poll_id', 'poll.id'))
        .where('slot.taken_away_at', 'is', null)
        .where((eb) => eb.or([eb('poll.kind', '=', 'weekly'), eb('slot.starts_at', '>', now)]))
        .as('answered'),
    ])
    .where(inCircleOfRow('poll', { of: 'time_poll', id: pollId }))
    .where('poll.id', '=', pollId)
    .where('left.person_id', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const endedAs = row.ended_as as 'chosen' | 'called_off' | null;
  const slots = Number(row.slots);
  return {
    to: { name: row.name, address: row.email },
    zone: row.time_zone,
    circle: row.circle,
    path: addressOfPoll(row.slug, row.id),
    kind: row.kind as PollKind,
    title: row.title,
    minutes: row.minutes,
    closesAt: row.closes_at?.toISOString() ?? null,
    state: pollState({ closesAt: row.closes_at, endedAs }, now),
    by: row.by ?? 'A facilitator',
    slots,
    left: slots - Number(row.answered),
  };
}

/** What is over by now is not announced any more. */
export async function pollToldToMail(of: Of, what: PollTold) {
  const mail = await pollToMail(of);
  return mail?.state === 'open' && mail.slots > 0 ? { ...mail, what } : null;
}

/** Null once they have answered it all, and when it closes at another time or is over. */
export async function pollReminderToMail({ closesAt, ...of }: Of & { closesAt: string }) {
  const mail = await pollToMail(of);
  if (mail?.state !== 'open' || mail.left === 0) return null;
  return mail.closesAt === closesAt ? { ...mail, closesAt } : null;
}

/** Null when somebody has chosen, or called it off. */
export async function pollAnsweredToMail(of: Of, what: 'all-answered' | 'closed') {
  const mail = await pollToMail(of);
  return mail && (mail.state === 'open' || mail.state === 'closed') ? { ...mail, what } : null;
}
