import type { Member } from '#app/access/proofs.ts';
import { type PollKind, pollState } from '#app/polls/rules/poll.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import type { PollLine } from './poll-view.ts';

/** The circle's polls that go on: they are answered, or wait for a choice. The first to close first. */
export async function pollsOf(
  member: Member,
  { now = new Date() }: Clock = {},
): Promise<PollLine[]> {
  const rows = await db
    .selectFrom('time_poll as poll')
    .innerJoin('person as asker', 'asker.id', 'poll.asked_by')
    .leftJoin('time_poll_end as end', (join) => join.on(joined('end.poll_id', 'poll.id')))
    .select(['poll.id', 'poll.kind', 'poll.title', 'poll.closes_at', 'asker.name as asker'])
    .select(({ selectFrom, fn }) =>
      selectFrom('time_poll_slot as slot')
        .leftJoin('time_poll_answer as said', (join) =>
          join.on(joined('said.slot_id', 'slot.id')).on('said.person_id', '=', member.personId),
        )
        .select(fn.countAll<number>().as('left'))
        .where(joined('slot.poll_id', 'poll.id'))
        .where('slot.taken_away_at', 'is', null)
        .where((eb) => eb.or([eb('poll.kind', '=', 'weekly'), eb('slot.starts_at', '>', now)]))
        .where('said.person_id', 'is', null)
        .as('left'),
    )
    .where(inCircle(member, 'poll'))
    .where('end.at', 'is', null)
    // What nobody chose in, and whose times are over, is no news for ever.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('time_poll_slot as ahead')
          .select('ahead.id')
          .where(joined('ahead.poll_id', 'poll.id'))
          .where('ahead.taken_away_at', 'is', null)
          .where((eb) => eb.or([eb('poll.kind', '=', 'weekly'), eb('ahead.starts_at', '>', now)])),
      ),
    )
    .orderBy('poll.closes_at')
    .orderBy('poll.id')
    .limit(50)
    .execute();
  return rows.map((row) => asLine(row, now));
}

interface Row {
  id: number;
  kind: string;
  title: string;
  asker: string;
  closes_at: Date | null;
  left: number | null;
}

const asLine = ({ id, kind, title, asker, closes_at, left }: Row, now: Date): PollLine => ({
  ...{ id, title, askedBy: asker, kind: kind as PollKind },
  closesAt: closes_at?.toISOString() ?? null,
  state: pollState({ closesAt: closes_at, endedAs: null }, now),
  left: Number(left ?? 0),
});
