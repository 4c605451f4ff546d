import { randomUUID } from 'node:crypto';
import type { SeedSession } from '#app/demo/community/types.ts';
import { DAY } from '#app/time/spans.ts';
import { wallClock } from '#app/time/wall-clock.ts';
import type { CirclePlace } from './circles.server.ts';
import { ago, earliest, latest, timeAt } from './days.server.ts';
import type { ReadingPlace } from './reading.server.ts';
import { insertSeries, occurrenceOf, type SeriesPlace } from './series.server.ts';

/** Writes the circle's sessions. @returns their ids in the order of the seed */
export async function insertSessions(
  place: CirclePlace,
  { milestoneIds }: ReadingPlace,
): Promise<number[]> {
  const ids: number[] = [];
  const series = await insertSeries(place);
  for (const session of place.circle.sessions) {
    ids.push(await insertSession(place, session, { milestoneIds, series }));
  }
  const { tx, circle, circleId, anchor } = place;
  if (circle.takesTurns) {
    const by = setterOf(place, circle.sessions[0]);
    const set = { runs: true, notes: true, set_by: by, set_at: ago(anchor, 30) };
    await tx
      .insertInto('rota')
      .values({ circle_id: circleId, ...set })
      .execute();
  }
  return ids;
}

/** Who sets a session, and notes who came: its circle’s host, where nobody is to run it. */
export function setterOf({ circle, personId }: CirclePlace, session: SeedSession | undefined) {
  const host = circle.memberships.find(({ role }) => role === 'host');
  return personId(session?.facilitator ?? host?.person ?? '');
}

interface Of {
  milestoneIds: number[];
  series: SeriesPlace | null;
}

async function insertSession(
  place: CirclePlace,
  session: SeedSession,
  { milestoneIds, series }: Of,
): Promise<number> {
  const { tx, circleId, circle, anchor, personId } = place;
  const { cancelled, milestone } = session;
  const startsAt = timeAt(anchor, session.dayOffset, session.time);
  const plannedAt = latest(
    ago(anchor, circle.createdDaysAgo),
    earliest(ago(anchor, 7), new Date(startsAt.getTime() - 20 * DAY)),
  );
  const facilitatorId = session.facilitator === undefined ? null : personId(session.facilitator);
  const { id } = await tx
    .insertInto('session')
    .values({
      circle_id: circleId,
      title: session.title,
      ...occurrenceOf(series, session, anchor),
      ...wallClock(startsAt, circle.timeZone),
      minutes: session.minutes,
      place: session.place,
      facilitator_id: facilitatorId,
      note_taker_id: session.notes === undefined ? null : personId(session.notes),
      needs: session.needs ?? null,
      milestone_id: milestone === undefined ? null : milestoneIds[milestone],
      calendar_uid: `${randomUUID()}@octavo`,
      // A cancellation is a change that calendars must notice.
      calendar_sequence: cancelled ? 1 : 0,
      version: cancelled ? 2 : 1,
      created_by: setterOf(place, session),
      created_at: plannedAt,
      changed_at: cancelled ? ago(anchor, cancelled.daysAgo) : plannedAt,
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const one = { circle_id: circleId, session_id: id };
  const agenda = session.agenda.map(({ card, title, minutes }, position) => ({
    ...{ ...one, position, title, minutes, deck: card?.deck ?? null, card: card?.card ?? null },
  }));
  if (agenda.length > 0) await tx.insertInto('agenda_item').values(agenda).execute();
  if (session.inTurn) {
    const turns = [
      ...(session.facilitator === undefined ? [] : [{ duty: 'run', person: session.facilitator }]),
      ...(session.notes === undefined ? [] : [{ duty: 'notes', person: session.notes }]),
    ];
    await tx
      .insertInto('rota_turn')
      .values(
        turns.map(({ duty, person }) => ({
          ...{ ...one, duty, person_id: personId(person) },
          ...{ how: 'given', at: plannedAt },
        })),
      )
      .execute();
  }
  if (cancelled) {
    await tx
      .insertInto('session_cancellation')
      .values({
        ...one,
        reason: cancelled.reason,
        by_person_id: personId(cancelled.by),
        at: ago(anchor, cancelled.daysAgo),
      })
      .execute();
  }
  const closes = earliest(startsAt, ago(anchor, cancelled?.daysAgo ?? 0));
  for (const [i, [person, { answer, word }]] of Object.entries(session.replies).entries()) {
    await tx
      .insertInto('session_reply')
      .values({
        ...one,
        person_id: personId(person),
        answer,
        word: word ?? '',
        replied_at: latest(plannedAt, new Date(closes.getTime() - (i + 1) * 0.4 * DAY)),
      })
      .execute();
  }
  return id;
}
