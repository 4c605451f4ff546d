import { randomUUID } from 'node:crypto';
import type { Partner } from '#app/access/proofs.ts';
import {
  lockConversation,
  type Shut,
} from '#app/mentoring/conversations/rows/locked-conversation.server.ts';
import { MOST_MEETINGS } from '#app/mentoring/conversations/rules/conversation.ts';
import { meetings } from '#app/mentoring/limits.server.ts';
import type { MeetingInput } from '#app/mentoring/meetings/forms.ts';
import {
  setMeetingReminder,
  tellOfMeeting,
} from '#app/mentoring/meetings/rows/meeting-jobs.server.ts';
import { howManyStand } from '#app/mentoring/meetings/rows/meeting-rows.server.ts';
import { digestOf, isSameForm } from '#app/platform/forms/submission.server.ts';
import { resolveLocalTime, type Unresolved } from '#app/time/local-time.ts';
import { wallClock } from '#app/time/wall-clock.ts';
import { db, type Tx } from '#db/database.server.ts';

export type MeetingSet =
  | { ok: true; meetingId: number }
  /** another meeting was set under its key */
  | { ok: false; reason: 'another-first'; meetingId: number }
  | { ok: false; reason: 'time'; resolved: Unresolved }
  | { ok: false; reason: Shut | 'enough' };

/**
 * Sets a meeting of the two, tells the other and sets their reminder. The same form again answers with
 * the first meeting.
 */
export async function setMeeting(
  partner: Partner,
  { submissionKey, ...meeting }: MeetingInput & { submissionKey: string },
  { now = new Date() }: { now?: Date } = {},
): Promise<MeetingSet> {
  const { conversationId, personId } = partner;
  const resolved = resolveLocalTime(meeting, { now, choice: meeting.choice });
  if (!resolved.ok) return { ok: false, reason: 'time', resolved };
  const { startsAt } = resolved;
  const content = [conversationId, startsAt, meeting.minutes, meeting.place];
  return db.transaction().execute(async (tx): Promise<MeetingSet> => {
    const shut = await lockConversation(tx, partner, 'meet');
    const first = await bySubmission(tx, personId, submissionKey);
    if (first) {
      return isSameForm(first.submission_digest, content)
        ? { ok: true, meetingId: first.id }
        : { ok: false, reason: 'another-first', meetingId: first.id };
    }
    if (shut) return { ok: false, reason: shut };
    if ((await howManyStand(tx, partner)) >= MOST_MEETINGS) {
      return { ok: false, reason: 'enough' };
    }
    const { id, sequence } = await tx
      .insertInto('conversation_meeting')
      .values({
        ...{ conversation_id: conversationId, ...wallClock(startsAt, meeting.zone) },
        ...{ minutes: meeting.minutes, place: meeting.place, created_by: personId },
        ...{ created_at: now, changed_at: now, calendar_uid: `${randomUUID()}@octavo` },
        ...{ submission_key: submissionKey, submission_digest: digestOf(content) },
      })
      .returning(['id', 'calendar_sequence as sequence'])
      .executeTakeFirstOrThrow();
    await tellOfMeeting(tx, partner, { id, sequence, startsAt }, { what: 'set' }, now);
    await setMeetingReminder(tx, id, startsAt, now);
    await meetings.count(tx, personId);
    return { ok: true, meetingId: id };
  });
}

const bySubmission = (tx: Tx, personId: number, key: string) =>
  tx
    .selectFrom('conversation_meeting')
    .select(['id', 'submission_digest'])
    .where('created_by', '=', personId)
    .where('submission_key', '=', key)
    .executeTakeFirst();
