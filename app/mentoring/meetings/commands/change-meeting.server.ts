import type { Partner } from '#app/access/proofs.ts';
import {
  lockConversation,
  type Shut,
} from '#app/mentoring/conversations/rows/locked-conversation.server.ts';
import { meetingMoves } from '#app/mentoring/limits.server.ts';
import type { MeetingInput } from '#app/mentoring/meetings/forms.ts';
import {
  setMeetingReminder,
  tellOfMeeting,
} from '#app/mentoring/meetings/rows/meeting-jobs.server.ts';
import { meetingIn, writeMeeting } from '#app/mentoring/meetings/rows/meeting-rows.server.ts';
import { yearDoubt } from '#app/platform/forms/fields.server.ts';
import { canChange } from '#app/sessions/rules/session.ts';
import { localTimeOf, newStart, type Unresolved } from '#app/time/local-time.ts';
import { wallClock } from '#app/time/wall-clock.ts';
import { db } from '#db/database.server.ts';

export type MeetingChanged =
  | { ok: true; moved: boolean }
  /** closed: it is over or was called off */
  | { ok: false; reason: Shut | 'gone' | 'closed' | 'changed-meanwhile' }
  | { ok: false; reason: 'time'; resolved: Unresolved }
  /** another day, in a year that can hardly be meant */
  | { ok: false; reason: 'year'; doubt: string };

/**
 * Moves a meeting, or changes its length or place, unless that was done since `version`. The other is
 * told, and the reminder follows. Nothing new changes nothing.
 */
export async function changeMeeting(
  partner: Partner,
  meetingId: number,
  meeting: MeetingInput & { version: number },
  { now = new Date() }: { now?: Date } = {},
): Promise<MeetingChanged> {
  return db.transaction().execute(async (tx): Promise<MeetingChanged> => {
    const shut = await lockConversation(tx, partner, 'meet');
    const saved = await meetingIn(tx, partner, meetingId).executeTakeFirst();
    if (!saved) return { ok: false, reason: 'gone' };
    if (shut) return { ok: false, reason: shut };
    if (!canChange(saved, now)) return { ok: false, reason: 'closed' };
    if (saved.version !== meeting.version) return { ok: false, reason: 'changed-meanwhile' };
    const { date, zone, choice, minutes, place } = meeting;
    const sameDay = localTimeOf(saved.startsAt, zone).date === date;
    // A day that stays was saved once: only another one is doubted.
    const doubt = sameDay ? null : yearDoubt(date, now);
    if (doubt) return { ok: false, reason: 'year', doubt };
    const when = newStart(saved.startsAt, meeting, { now, choice });
    if (!when.ok) return { ok: false, reason: 'time', resolved: when };
    const { startsAt } = when;
    const movedTime = startsAt.getTime() !== saved.startsAt.getTime();
    if (!movedTime && minutes === saved.minutes && place === saved.place) {
      return { ok: true, moved: false };
    }
    const sequence = await writeMeeting(tx, meetingId, now, {
      ...{ minutes, place },
      ...(movedTime && { ...wallClock(startsAt, zone), timed_by: partner.personId }),
    });
    const told = movedTime
      ? ({ what: 'moved', was: saved.startsAt.toISOString() } as const)
      : ({ what: 'changed' } as const);
    await tellOfMeeting(tx, partner, { id: meetingId, sequence, startsAt }, told, now);
    if (movedTime) await setMeetingReminder(tx, meetingId, startsAt, now);
    await meetingMoves.count(tx, partner.personId);
    return { ok: true, moved: true };
  });
}
