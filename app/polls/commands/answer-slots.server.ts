import { randomUUID } from 'node:crypto';
import type { Member } from '#app/access/proofs.ts';
import type { SlotAnswer } from '#app/polls/forms/answers.ts';
import { answersBy, isDone, writeAnswers } from '#app/polls/rows/answers.server.ts';
import { type LockedPoll, lockedPoll, slotsOf } from '#app/polls/rows/poll-row.server.ts';
import { tellAsker } from '#app/polls/rows/tell-of-poll.server.ts';
import { notAnswered } from '#app/polls/rows/who-answered.server.ts';
import { isAhead, type PollAnswer } from '#app/polls/rules/poll.ts';
import type { Clock } from '#app/time/clock.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type Answered =
  /** `lost`: slots that were taken away or are over; `left`: those still to be answered */
  { ok: true; kept: number; lost: number; left: number } | { ok: false; reason: 'gone' | 'closed' };

/** A slot that stands and is to come, and what the member has said to it. */
export interface OpenSlot {
  id: number;
  startsAt: Date;
  mine: PollAnswer | null;
}

type Say = (
  slots: readonly OpenSlot[],
  poll: LockedPoll,
  tx: Tx,
) => SlotAnswer[] | Promise<SlotAnswer[]>;

/**
 * Keeps answers of one member. Said again under the same key they are nothing, unless they differ.
 * @param once a key that is never used for anything else: what comes again under it is an echo, and
 * must not cover what was said since
 */
export const answerSlots = (
  member: Member,
  pollId: number,
  { key, answers, once = false }: { key: string; answers: readonly SlotAnswer[]; once?: boolean },
  clock: Clock = {},
): Promise<Answered> => answering(member, pollId, { key, once }, () => [...answers], clock);

/** Says no to everything that is not answered: to all of it, or to the rest. */
export const sayNone = (
  member: Member,
  pollId: number,
  { key }: { key: string },
  clock: Clock = {},
): Promise<Answered> =>
  answering(
    member,
    pollId,
    { key, once: true },
    (slots) =>
      slots.flatMap(({ id, mine }) => (mine === null ? [{ slotId: id, answer: 'no' }] : [])),
    clock,
  );

/** Keeps what `say` says to the slots that are open, all of it or none. */
export async function answering(
  member: Member,
  pollId: number,
  { key, once }: { key: string; once: boolean },
  say: Say,
  { now = new Date() }: Clock = {},
): Promise<Answered> {
  const { personId } = member;
  return db.transaction().execute(async (tx) => {
    const poll = await lockedPoll(tx, member, pollId, now);
    if (!poll) return { ok: false, reason: 'gone' };
    if (poll.state !== 'open') return { ok: false, reason: 'closed' };
    const before = await answersBy(tx, poll, personId);
    const open = (await slotsOf(tx, poll)).flatMap(({ id, startsAt, takenAwayAt }) =>
      takenAwayAt === null && isAhead(poll.kind, startsAt, now)
        ? [{ id, startsAt, mine: before.get(id) ?? null }]
        : [],
    );
    const ids = new Set(open.map(({ id }) => id));
    const said = await say(open, poll, tx);
    const after = said.filter(
      ({ slotId, answer }) => ids.has(slotId) && before.get(slotId) !== answer,
    );
    const known = await isDone(tx, poll, personId, key);
    const isEcho = known && once;
    if (!isEcho) {
      await writeAnswers(tx, member, poll, {
        batch: known ? randomUUID() : key,
        ...{ before, after, now },
      });
      await tellIfAllAnswered(tx, member, poll, now);
    }
    const mine = isEcho ? before : await answersBy(tx, poll, personId);
    return {
      ok: true,
      kept: isEcho ? 0 : after.length,
      lost: said.filter(({ slotId }) => !ids.has(slotId)).length,
      left: open.filter(({ id }) => !mine.has(id)).length,
    };
  });
}

/** Once, however often answers change after that. */
async function tellIfAllAnswered(tx: Tx, member: Member, poll: LockedPoll, now: Date) {
  const waiting = await notAnswered(tx, { circleId: poll.circleId, pollId: poll.id, now });
  if (waiting.length > 0) return;
  const first = await tx
    .updateTable('time_poll')
    .set({ all_answered_at: now })
    .where(inCircle(poll, 'time_poll'))
    .where('id', '=', poll.id)
    .where('all_answered_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (first) await tellAsker(tx, poll, 'all-answered', { by: member.personId, at: now });
}
