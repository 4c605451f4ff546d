import type { Member } from '#app/access/proofs.ts';
import { isAhead, type PollAnswer, type PollKind, pollState } from '#app/polls/rules/poll.ts';
import type { AskedPerson } from '#app/polls/rules/ranking.ts';
import { coming } from '#app/polls/rules/slots.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import type { PollView, SlotView } from './poll-view.ts';

/** A poll of the circle; null when there is none such. Four statements at once. */
export async function pollOf(
  member: Member,
  pollId: number,
  { now = new Date() }: Clock = {},
): Promise<PollView | null> {
  const [poll, people, slots, said] = await Promise.all([
    pollRow(member, pollId),
    peopleOf(member),
    slotRows(member, pollId),
    answerRows(member, pollId),
  ]);
  if (!poll) return null;
  const answers = new Map(said.map((row) => [`${row.slot_id} ${row.person_id}`, row.answer]));
  const of = (slot: number, person: number) =>
    (answers.get(`${slot} ${person}`) as PollAnswer | undefined) ?? null;
  const { kind, time_zone: zone } = poll;
  const comingSlots = slots
    .map((slot) => coming(slot, { kind, zone }, now))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.id - b.id);
  const ahead = slots.filter(({ startsAt }) => isAhead(kind, startsAt, now));
  const left = ahead.filter(({ id }) => of(id, member.personId) === null).length;
  const endedAs = poll.ended_as as 'chosen' | 'called_off' | null;
  const state = pollState({ closesAt: poll.closes_at, endedAs }, now);
  const hidden = poll.hides_answers && left > 0 && state === 'open';
  const shown = comingSlots.map(
    ({ id, startsAt }): SlotView => ({
      id,
      startsAt: startsAt.toISOString(),
      ahead: isAhead(kind, startsAt, now),
      answers: people.map((person) =>
        hidden && person.id !== member.personId ? null : of(id, person.id),
      ),
    }),
  );
  return {
    id: poll.id,
    kind: kind as PollKind,
    title: poll.title,
    minutes: poll.minutes,
    place: poll.place,
    zone,
    runner: poll.runner,
    askedBy: { id: poll.asked_by, name: poll.asker },
    closesAt: poll.closes_at?.toISOString() ?? null,
    version: poll.version,
    state,
    chosen:
      endedAs === 'chosen' && poll.slot_id !== null
        ? { slotId: poll.slot_id, sessionId: poll.session_id, seriesId: poll.series_id }
        : null,
    people,
    slots: shown,
    hidden,
    left: state === 'open' ? left : 0,
    lastBatch: poll.last_batch,
    hasUsual: poll.usual !== null,
  };
}

const pollRow = (member: Member, pollId: number) =>
  db
    .selectFrom('time_poll as poll')
    .innerJoin('person as asker', 'asker.id', 'poll.asked_by')
    .leftJoin('person as runner', 'runner.id', 'poll.facilitator_id')
    .leftJoin('time_poll_end as end', (join) => join.on(joined('end.poll_id', 'poll.id')))
    .leftJoin('usual_times as usual', (join) => join.on('usual.person_id', '=', member.personId))
    .select(['poll.id', 'poll.kind', 'poll.title', 'poll.minutes', 'poll.place'])
    .select(['poll.time_zone', 'poll.hides_answers', 'poll.closes_at', 'poll.version'])
    .select(['poll.asked_by', 'asker.name as asker', 'runner.name as runner'])
    .select(['end.ended_as', 'end.slot_id', 'end.session_id', 'end.series_id'])
    .select('usual.person_id as usual')
    .select(({ selectFrom }) =>
      selectFrom('time_poll_answer_before as before')
        .select('before.batch')
        .where(joined('before.poll_id', 'poll.id'))
        .where('before.person_id', '=', member.personId)
        .orderBy('before.id', 'desc')
        .limit(1)
        .as('last_batch'),
    )
    .where(inCircle(member, 'poll'))
    .where('poll.id', '=', pollId)
    .executeTakeFirst();

/** Who is asked: the circle’s members, the viewer first. */
async function peopleOf(member: Member): Promise<AskedPerson[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.time_zone as zone'])
    .where(inCircle(member, 'membership'))
    .where('closed.person_id', 'is', null)
    .orderBy('membership.joined_at')
    .orderBy('person.id')
    .execute();
  return rows.sort((a, b) => Number(b.id === member.personId) - Number(a.id === member.personId));
}

const slotRows = (member: Member, pollId: number) =>
  db
    .selectFrom('time_poll_slot as slot')
    .select(['slot.id', 'slot.on_date as date', 'slot.at_time as time'])
    .select('slot.starts_at as startsAt')
    .where(inCircle(member, 'slot'))
    .where('slot.poll_id', '=', pollId)
    .where('slot.taken_away_at', 'is', null)
    .orderBy('slot.starts_at')
    .orderBy('slot.id')
    .execute();

const answerRows = (member: Member, pollId: number) =>
  db
    .selectFrom('time_poll_answer as said')
    .select(['said.slot_id', 'said.person_id', 'said.answer'])
    .where(inCircle(member, 'said'))
    .where('said.poll_id', '=', pollId)
    .execute();
