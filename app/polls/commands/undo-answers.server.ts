import type { Member } from '#app/access/proofs.ts';
import { answersBy, writeAnswers } from '#app/polls/rows/answers.server.ts';
import { lockedPoll, slotsOf } from '#app/polls/rows/poll-row.server.ts';
import { isAhead, type PollAnswer } from '#app/polls/rules/poll.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type Undone = { ok: true } | { ok: false; reason: 'gone' | 'closed' | 'not-the-last' };

/**
 * Takes back what a member said last, all that was said at once. Where they have said something else
 * since, on another page, nothing is taken back.
 */
export async function undoAnswers(
  member: Member,
  pollId: number,
  { batch }: { batch: string },
  { now = new Date() }: Clock = {},
): Promise<Undone> {
  const { personId } = member;
  return db.transaction().execute(async (tx) => {
    const poll = await lockedPoll(tx, member, pollId, now);
    if (!poll) return { ok: false, reason: 'gone' };
    if (poll.state !== 'open') return { ok: false, reason: 'closed' };
    const last = await tx
      .selectFrom('time_poll_answer_before')
      .select(['slot_id', 'answer', 'batch'])
      .where(inCircle(member, 'time_poll_answer_before'))
      .where('poll_id', '=', pollId)
      .where('person_id', '=', personId)
      .where(({ eb, selectFrom }) =>
        eb(
          'batch',
          '=',
          selectFrom('time_poll_answer_before as latest')
            .select('latest.batch')
            .where(inCircle(member, 'latest'))
            .where('latest.poll_id', '=', pollId)
            .where('latest.person_id', '=', personId)
            .orderBy('latest.id', 'desc')
            .limit(1),
        ),
      )
      .execute();
    if (last[0]?.batch !== batch) return { ok: false, reason: 'not-the-last' };
    const before = await answersBy(tx, poll, personId);
    const open = new Set(
      (await slotsOf(tx, poll)).flatMap(({ id, startsAt, takenAwayAt }) =>
        takenAwayAt === null && isAhead(poll.kind, startsAt, now) ? [id] : [],
      ),
    );
    const after = last.flatMap(({ slot_id, answer }) =>
      open.has(slot_id) ? [{ slotId: slot_id, answer: answer as PollAnswer | null }] : [],
    );
    await writeAnswers(tx, member, poll, { batch: null, before, after, now });
    await tx
      .deleteFrom('time_poll_answer_before')
      .where(inCircle(member, 'time_poll_answer_before'))
      .where('poll_id', '=', pollId)
      .where('person_id', '=', personId)
      .where('batch', '=', batch)
      .execute();
    return { ok: true };
  });
}
