import { randomUUID } from 'node:crypto';
import type { SeedOutcome } from '#app/demo/community/mentoring/types.ts';
import { ago, latest, timeAt } from '#app/demo/days.server.ts';
import { ASKED_AFTER_DAYS } from '#app/mentoring/conversations/rules/outcome.ts';
import { daysAfter } from '#app/time/spans.ts';
import { wallClock } from '#app/time/wall-clock.ts';
import type { Taken } from './answers.server.ts';
import type { Ground } from './ground.server.ts';

export type WrittenTalk = Taken & { id: number };

/** Writes what people who answered an ask and its asker say to each other. */
export async function insertConversations(ground: Ground, taken: Taken[]): Promise<WrittenTalk[]> {
  const { tx } = ground;
  const rows = await tx
    .insertInto('conversation')
    .values(taken.map((one) => conversationRow(ground, one)))
    .returning(['id', 'offer_id'])
    .execute();
  const ids = new Map(rows.map(({ id, offer_id }) => [offer_id, id]));
  const talks = taken.map((one) => ({ ...one, id: ids.get(one.offerId) ?? 0 }));
  await insertLines(ground, talks);
  await insertMeetings(ground, talks);
  await insertOutcomes(ground, talks);
  return talks;
}

function conversationRow({ evening, now, personId }: Ground, one: Taken) {
  const { talk, askId, offerId, asker, helper } = one;
  const openedAt = ago(evening, talk.openedDaysAgo);
  const endedAt = talk.ended ? ago(evening, talk.ended.daysAgo) : null;
  const askedAfter = endedAt ?? daysAfter(openedAt, ASKED_AFTER_DAYS);
  const last = talk.notes.at(-1);
  return {
    ...{ ask_id: askId, offer_id: offerId, opened_at: openedAt },
    ...{ asker_id: personId(asker), helper_id: personId(helper) },
    ...{ ended_at: endedAt, ended_by: talk.ended ? personId(talk.ended.by) : null },
    asked_after_at: askedAfter <= now ? askedAfter : null,
    last_note_at: last ? ago(evening, last.daysAgo) : null,
  };
}

async function insertLines(
  { tx, evening, personId, htmlOf }: Ground,
  talks: WrittenTalk[],
): Promise<void> {
  const lines = talks.flatMap(({ id, talk }) =>
    talk.notes.map((note) => ({ id, note, key: randomUUID() })),
  );
  const rows = await tx
    .insertInto('conversation_note')
    .values(
      lines.map(({ id, note: { by, daysAgo, body }, key }) => ({
        ...{ conversation_id: id, author_id: personId(by), posted_at: ago(evening, daysAgo) },
        ...{ body, body_html: htmlOf(body), submission_key: key },
      })),
    )
    .returning(['id', 'submission_key'])
    .execute();
  const noteIds = new Map(rows.map((row) => [row.submission_key, row.id]));
  const visits = talks.flatMap(({ id, asker, helper }) =>
    [asker, helper].flatMap((reader) => {
      const seen = lines.filter(
        (line) => line.id === id && (line.note.by === reader || !line.note.new),
      );
      const last = seen.at(-1);
      if (!last) return [];
      const noted = seen.map(({ key }) => noteIds.get(key) ?? 0);
      return {
        ...{ conversation_id: id, person_id: personId(reader) },
        seen: `{${noted.map((note) => `[${note},${note}]`).join()}}`,
        visited_at: ago(evening, last.note.daysAgo),
      };
    }),
  );
  await tx.insertInto('conversation_visit').values(visits).execute();
}

async function insertMeetings({ tx, evening, personId }: Ground, talks: WrittenTalk[]) {
  const meetings = talks.flatMap(({ id, talk: { meeting, openedDaysAgo } }) => {
    if (!meeting) return [];
    const setAt = latest(ago(evening, openedDaysAgo), ago(evening, 1));
    return {
      ...wallClock(timeAt(evening, meeting.inDays, meeting.time), evening.timeZoneId),
      ...{ conversation_id: id, minutes: meeting.minutes, place: meeting.place },
      ...{ calendar_uid: `${randomUUID()}@octavo`, created_by: personId(meeting.setBy) },
      ...{ created_at: setAt, changed_at: setAt, submission_key: randomUUID() },
    };
  });
  await tx.insertInto('conversation_meeting').values(meetings).execute();
}

async function insertOutcomes(ground: Ground, talks: WrittenTalk[]): Promise<void> {
  const { tx, evening, personId, htmlOf } = ground;
  const row = (id: number, person: string, said?: SeedOutcome) =>
    said
      ? {
          ...{ conversation_id: id, person_id: personId(person), at: ago(evening, said.daysAgo) },
          ...{ helped: said.helped, did: said.did, did_html: htmlOf(said.did), share: said.share },
        }
      : [];
  await tx
    .insertInto('ask_outcome')
    .values(
      talks.flatMap(({ id, asker, helper, talk }) =>
        [row(id, asker, talk.asker), row(id, helper, talk.helper)].flat(),
      ),
    )
    .execute();
  await tx
    .insertInto('ask_thanks')
    .values(
      talks.flatMap(({ id, talk: { thanks } }) =>
        thanks ? { conversation_id: id, body: thanks.body, at: ago(evening, thanks.daysAgo) } : [],
      ),
    )
    .execute();
}
