import type { SeedRecord, SeedSession } from '#app/demo/community/types.ts';
import { DAY, HOUR } from '#app/time/spans.ts';
import { inCircle } from '#db/in-circle.server.ts';
import type { CirclePlace } from './circles.server.ts';
import { ago, dayAt, latest, timeAt } from './days.server.ts';
import type { HtmlOf } from './rendered.server.ts';
import { setterOf } from './sessions.server.ts';

/** Writes what is kept of the circle's sessions. */
export async function insertRecords(
  place: CirclePlace,
  sessionIds: readonly number[],
  htmlOf: HtmlOf,
): Promise<void> {
  for (const [at, session] of place.circle.sessions.entries()) {
    const { record } = session;
    const id = sessionIds[at];
    if (record && id !== undefined) await insertRecord(place, { id, session, record }, htmlOf);
  }
}

interface Kept {
  id: number;
  session: SeedSession;
  record: SeedRecord;
}

async function insertRecord(place: CirclePlace, { id, session, record }: Kept, htmlOf: HtmlOf) {
  const { tx, circleId, anchor, personId } = place;
  const { came = {}, takeaways = [], commitments = [], questions = [], minutes } = record;
  const of = { circle_id: circleId, session_id: id };
  const startsAt = timeAt(anchor, session.dayOffset, session.time);
  const closedAt = new Date(startsAt.getTime() + session.minutes * 60_000);
  const broughtAt = latest(ago(anchor, 6), new Date(startsAt.getTime() - 2 * DAY));
  const noted = { noted_by: setterOf(place, session), noted_at: closedAt };
  const people = Object.entries(came);
  if (people.length > 0) {
    await tx
      .insertInto('session_attendance')
      .values(
        people.map(([person, how]) => ({
          ...of,
          ...noted,
          person_id: personId(person),
          came: how,
        })),
      )
      .execute();
  }
  for (const { by, body, reach } of takeaways) {
    await tx
      .insertInto('session_takeaway')
      .values({ ...of, person_id: personId(by), body, reach, written_at: closedAt })
      .execute();
  }
  for (const { by, act, byOffset, became, word } of commitments) {
    await tx
      .insertInto('commitment')
      .values({
        ...{ ...of, person_id: personId(by), act, by_on: dayAt(anchor, byOffset) },
        ...{ said_at: closedAt, became: became ?? null, word: word ?? '' },
        became_at: became ? new Date(closedAt.getTime() + 12 * HOUR) : null,
      })
      .execute();
  }
  for (const { by, body, item } of questions) {
    const question = await tx
      .insertInto('session_question')
      .values({ ...of, person_id: personId(by), body, at: broughtAt })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (item === undefined) continue;
    await tx
      .updateTable('agenda_item')
      .set({ question_id: question.id })
      .where(inCircle({ circleId }, 'agenda_item'))
      .where('session_id', '=', id)
      .where('position', '=', item)
      .execute();
  }
  for (const position of record.leftOut ?? []) {
    await tx
      .updateTable('agenda_item')
      .set({ left_out: true })
      .where(inCircle({ circleId }, 'agenda_item'))
      .where('session_id', '=', id)
      .where('position', '=', position)
      .execute();
  }
  if (minutes) {
    const written = { written_by: personId(minutes.by), written_at: closedAt };
    await tx
      .insertInto('session_minutes')
      .values({ ...of, ...written, body: minutes.body, body_html: htmlOf(minutes.body) })
      .execute();
  }
}
