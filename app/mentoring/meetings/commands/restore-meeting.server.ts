import type { Partner } from '#app/access/proofs.ts';
import {
  lockConversation,
  type Shut,
} from '#app/mentoring/conversations/rows/locked-conversation.server.ts';
import { MOST_MEETINGS } from '#app/mentoring/conversations/rules/conversation.ts';
import { meetingMoves } from '#app/mentoring/limits.server.ts';
import {
  setMeetingReminder,
  tellOfMeeting,
} from '#app/mentoring/meetings/rows/meeting-jobs.server.ts';
import {
  howManyStand,
  meetingIn,
  writeMeeting,
} from '#app/mentoring/meetings/rows/meeting-rows.server.ts';
import { canRestore } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';

export type MeetingRestored =
  | { ok: true }
  /** closed: it was to begin by now; enough: they have set others meanwhile */
  | { ok: false; reason: Shut | 'gone' | 'closed' | 'enough' };

/**
 * Holds a meeting that was called off after all, until it was to begin: the other is told, and both
 * are reminded of it again. Twice is once.
 */
export async function restoreMeeting(
  partner: Partner,
  meetingId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<MeetingRestored> {
  return db.transaction().execute(async (tx): Promise<MeetingRestored> => {
    const shut = await lockConversation(tx, partner, 'meet');
    const saved = await meetingIn(tx, partner, meetingId).executeTakeFirst();
    if (!saved) return { ok: false, reason: 'gone' };
    if (!saved.cancelled) return { ok: true };
    if (shut) return { ok: false, reason: shut };
    if (!canRestore(saved, now)) return { ok: false, reason: 'closed' };
    if ((await howManyStand(tx, partner)) >= MOST_MEETINGS) return { ok: false, reason: 'enough' };
    const sequence = await writeMeeting(tx, meetingId, now, { cancelled_at: null });
    const { startsAt } = saved;
    await tellOfMeeting(
      tx,
      partner,
      { id: meetingId, sequence, startsAt },
      { what: 'restored' },
      now,
    );
    await setMeetingReminder(tx, meetingId, startsAt, now);
    await meetingMoves.count(tx, partner.personId);
    return { ok: true };
  });
}
