import { isAhead } from '#app/polls/rules/poll.ts';
import { coming } from '#app/polls/rules/slots.server.ts';
import type { Tx } from '#db/database.server.ts';
import { type InCircle, inCircle } from '#db/in-circle.server.ts';
import { type LockedPoll, lockedPoll, slotsOf } from './poll-row.server.ts';

export type NotChoosable =
  /** somebody has refused it since the page was made */
  | { ok: false; reason: 'refused-since' }
  /** of another kind: a weekly one begins a series, the others a session */
  | { ok: false; reason: 'other-kind' }
  | { ok: false; reason: 'gone' | 'no-such-slot' | 'over' | 'called-off' };

type Choosable =
  | { ok: true; reason: null; poll: LockedPoll; slot: Slot }
  /** something was chosen before */
  | { ok: false; reason: 'chosen'; end: NonNullable<LockedPoll['end']> }
  | NotChoosable;

type Slot = Awaited<ReturnType<typeof slotsOf>>[number];

/**
 * The poll, held, and the slot that can be chosen in it, as it comes next.
 * @param choice.refused the ids of those who had refused it when the facilitator was asked
 */
export async function choosable(
  tx: Tx,
  circle: InCircle,
  pollId: number,
  choice: { slotId: number; refused: readonly number[]; kind: 'dates' | 'weekly' },
  now: Date,
): Promise<Choosable> {
  const poll = await lockedPoll(tx, circle, pollId, now);
  if (!poll) return { ok: false, reason: 'gone' };
  if (poll.kind !== choice.kind) return { ok: false, reason: 'other-kind' };
  if (poll.state === 'called_off') return { ok: false, reason: 'called-off' };
  if (poll.end) return { ok: false, reason: 'chosen', end: poll.end };
  const slot = (await slotsOf(tx, poll)).find(({ id }) => id === choice.slotId);
  if (!slot || slot.takenAwayAt !== null) return { ok: false, reason: 'no-such-slot' };
  if (!isAhead(poll.kind, slot.startsAt, now)) return { ok: false, reason: 'over' };
  const refusing = await refusedBy(tx, poll, choice.slotId);
  if (refusing.some((id) => !choice.refused.includes(id))) {
    return { ok: false, reason: 'refused-since' };
  }
  return { ok: true, reason: null, poll, slot: coming(slot, poll, now) };
}

async function refusedBy(tx: Tx, poll: LockedPoll, slotId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('time_poll_answer')
    .select('person_id')
    .where(inCircle(poll, 'time_poll_answer'))
    .where('poll_id', '=', poll.id)
    .where('slot_id', '=', slotId)
    .where('answer', '=', 'no')
    .execute();
  return rows.map(({ person_id }) => person_id);
}
