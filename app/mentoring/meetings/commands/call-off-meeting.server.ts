import type { Partner } from '#app/access/proofs.ts';
import { lockConversation } from '#app/mentoring/conversations/rows/locked-conversation.server.ts';
import {
  takeBackMeetingReminder,
  tellOfMeeting,
} from '#app/mentoring/meetings/rows/meeting-jobs.server.ts';
import { meetingIn, writeMeeting } from '#app/mentoring/meetings/rows/meeting-rows.server.ts';
import { canCancel } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';

type CalledOff = { ok: true } | { ok: false; reason: 'gone' | 'closed' };

/** Calls a meeting off before it begins, and tells the other. Twice is once. */
export async function callOffMeeting(
  partner: Partner,
  meetingId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<CalledOff> {
  return db.transaction().execute(async (tx): Promise<CalledOff> => {
    await lockConversation(tx, partner);
    const saved = await meetingIn(tx, partner, meetingId).executeTakeFirst();
    if (!saved) return { ok: false, reason: 'gone' };
    if (saved.cancelled) return { ok: true };
    if (!canCancel(saved, now)) return { ok: false, reason: 'closed' };
    const sequence = await writeMeeting(tx, meetingId, now, { cancelled_at: now });
    const { startsAt } = saved;
    await tellOfMeeting(tx, partner, { id: meetingId, sequence, startsAt }, { what: 'off' }, now);
    await takeBackMeetingReminder(tx, meetingId);
    return { ok: true };
  });
}
