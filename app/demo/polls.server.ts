import { randomUUID } from 'node:crypto';
import type { SeedPoll } from '#app/demo/community/types.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { wallClock } from '#app/time/wall-clock.ts';
import type { CirclePlace } from './circles.server.ts';
import { ago, dayAt, timeAt } from './days.server.ts';

const CLOSES = '18:00';

/** Writes when a circle was asked to meet, what it answered, and the session that it became. */
export async function insertPolls(place: CirclePlace, sessionIds: readonly number[]) {
  for (const poll of place.circle.polls) await insertPoll(place, poll, sessionIds);
}

async function insertPoll(place: CirclePlace, poll: SeedPoll, sessionIds: readonly number[]) {
  const { tx, circleId, circle, anchor, personId } = place;
  const { askedBy, askedDaysAgo, title, minutes, closesInDays, became } = poll;
  const at = ago(anchor, askedDaysAgo);
  const closesAt = timeAt(anchor, closesInDays, CLOSES);
  const { id: pollId } = await tx
    .insertInto('time_poll')
    .values({
      ...{ circle_id: circleId, kind: 'dates', title, minutes, place: poll.place },
      ...{ time_zone: circle.timeZone, asked_by: personId(askedBy), asked_at: at, changed_at: at },
      ...{ closes_at: closesAt, closes_on: dayAt(anchor, closesInDays), closes_time: CLOSES },
      closing_told_at: closesInDays < 0 ? closesAt : null,
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const of = { circle_id: circleId, poll_id: pollId };
  const slotIds = await insertSlots(place, poll, of);
  await tx
    .insertInto('time_poll_answer')
    .values(
      Object.entries(poll.answers).flatMap(([person, answers]) =>
        answers.flatMap((answer, slot) =>
          answer === null
            ? []
            : [
                {
                  ...{ ...of, slot_id: slotIds[slot] ?? 0, person_id: personId(person), answer },
                  answered_at: ago(anchor, askedDaysAgo / 2),
                },
              ],
        ),
      ),
    )
    .execute();
  if (became) {
    await tx
      .insertInto('time_poll_end')
      .values({
        ...{ ...of, ended_as: 'chosen', slot_id: slotIds[became.slot] },
        ...{ session_id: sessionIds[became.session], by_person_id: personId(askedBy) },
        at: ago(anchor, became.daysAgo),
      })
      .execute();
    return;
  }
  const opened = { occasion: 'poll-opened' as const, thing: pollId, detail: {} };
  await tell(tx, place, { ...opened, by: personId(askedBy), at });
}

async function insertSlots(
  { tx, circle, anchor }: CirclePlace,
  { slots }: SeedPoll,
  of: { circle_id: number; poll_id: number },
): Promise<number[]> {
  const ids: number[] = [];
  for (const { dayOffset, time } of slots) {
    const startsAt = timeAt(anchor, dayOffset, time);
    const { on_date, second_time } = wallClock(startsAt, circle.timeZone);
    const { id } = await tx
      .insertInto('time_poll_slot')
      .values({
        ...{ ...of, on_date: on_date ?? dayAt(anchor, dayOffset), at_time: time, second_time },
        ...{ starts_at: startsAt, calendar_uid: `${randomUUID()}@octavo` },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.push(id);
  }
  return ids;
}
