import type { Facilitator } from '#app/access/proofs.ts';
import type { PollInput } from '#app/polls/forms/poll.ts';
import type { SlotInput } from '#app/polls/forms/slot-rows.ts';
import { pollChanges } from '#app/polls/limits.server.ts';
import { insertSlots } from '#app/polls/rows/new-slots.server.ts';
import { lockedPoll, slotsOf } from '#app/polls/rows/poll-row.server.ts';
import { tellOfPoll } from '#app/polls/rows/tell-of-poll.server.ts';
import {
  type PollSlot,
  type ResolvedSlots,
  resolveSlots,
  slotKey,
  slotKeyOf,
  typedAhead,
} from '#app/polls/rules/slots.server.ts';
import type { Clock } from '#app/time/clock.ts';
import type { Unresolved } from '#app/time/local-time.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { closeOf } from './open-poll.server.ts';

export type SlotsChanged =
  | { ok: true }
  | { ok: false; reason: 'gone' | 'ended' | 'changed-meanwhile' }
  | { ok: false; reason: 'slots'; wrong: Extract<ResolvedSlots, { ok: false }>['wrong'] }
  | { ok: false; reason: 'closes'; resolved: Unresolved | { reason: 'after-all' } };

/**
 * Changes the times of a poll and until when it is answered, on the clocks it was begun with. A time
 * that stays keeps its answers; one that comes back has its answers again. New ones are asked for.
 */
export async function changeSlots(
  facilitator: Facilitator,
  pollId: number,
  change: { slots: readonly SlotInput[]; closes: PollInput['closes']; version: number },
  { now = new Date() }: Clock = {},
): Promise<SlotsChanged> {
  const { circleId } = facilitator;
  return db.transaction().execute(async (tx) => {
    const poll = await lockedPoll(tx, facilitator, pollId, now);
    if (!poll) return { ok: false, reason: 'gone' };
    if (poll.endedAs !== null) return { ok: false, reason: 'ended' };
    if (poll.version !== change.version) return { ok: false, reason: 'changed-meanwhile' };
    const there = await slotsOf(tx, poll);
    const { zone } = poll;
    const typed = typedAhead(change.slots, poll, now);
    const resolved = resolveSlots(typed, { zone, now, kept: there });
    if (!resolved.ok) return { ok: false, reason: 'slots', wrong: resolved.wrong };
    const closes = closeOf(change.closes, { ...poll, now, slots: resolved.slots });
    if (!closes.ok) return { ok: false, reason: 'closes', resolved: closes.why };

    const keyOf = slotKeyOf(poll.kind);
    const wanted = new Map(resolved.slots.map((slot) => [keyOf(slot), slot]));
    // One that stands before one that was taken away.
    const known = new Map(
      [...there.filter(isAway), ...there.filter((slot) => !isAway(slot))].map((slot) => [
        keyOf(slot),
        slot,
      ]),
    );
    const fresh = resolved.slots.filter((slot) => !known.has(keyOf(slot)));
    const kept = [...known.values()].filter((slot) => wanted.has(keyOf(slot)));
    const back = kept.filter(isAway);
    const away = there.filter((slot) => !isAway(slot) && !kept.includes(slot));
    await insertSlots(tx, { circleId, pollId }, fresh);
    const taken = new Set(there.map(slotKey));
    for (const { id, ...slot } of kept) {
      const begins = wanted.get(keyOf(slot));
      if (begins && !taken.has(slotKey(begins))) await move(tx, facilitator, id, begins);
    }
    await mark(tx, facilitator, back, null);
    await mark(tx, facilitator, away, now);
    const asksAgain = fresh.length + back.length > 0;
    const { version } = await tx
      .updateTable('time_poll')
      .set(({ eb }) => ({
        ...closes.columns,
        // What is new is waited for, reminded of and told anew.
        ...{ reminded_at: null, closing_told_at: null },
        ...(asksAgain && { all_answered_at: null }),
        changed_at: now,
        version: eb('version', '+', 1),
      }))
      .where(inCircle(facilitator, 'time_poll'))
      .where('id', '=', pollId)
      .returning('version')
      .executeTakeFirstOrThrow();
    if (asksAgain)
      await tellOfPoll(tx, facilitator, { ...poll, version, what: 'changed', at: now });
    await pollChanges.count(tx, facilitator.personId);
    return { ok: true };
  });
}

const isAway = ({ takenAwayAt }: { takenAwayAt: Date | null }) => takenAwayAt !== null;

/** A time of the week that begins in another one. */
async function move(tx: Tx, facilitator: Facilitator, id: number, to: PollSlot): Promise<void> {
  await tx
    .updateTable('time_poll_slot')
    .set({ on_date: to.date, second_time: to.second, starts_at: to.startsAt })
    .where(inCircle(facilitator, 'time_poll_slot'))
    .where('id', '=', id)
    .execute();
}

async function mark(
  tx: Tx,
  facilitator: Facilitator,
  slots: readonly { id: number }[],
  takenAwayAt: Date | null,
): Promise<void> {
  if (slots.length === 0) return;
  await tx
    .updateTable('time_poll_slot')
    .set({ taken_away_at: takenAwayAt })
    .where(inCircle(facilitator, 'time_poll_slot'))
    .where(
      'id',
      'in',
      slots.map(({ id }) => id),
    )
    .execute();
}
