import type { Facilitator } from '#app/access/proofs.ts';
import { pollChanges } from '#app/polls/limits.server.ts';
import { lockedPoll } from '#app/polls/rows/poll-row.server.ts';
import { tellOfPoll } from '#app/polls/rows/tell-of-poll.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type PollEnded = { ok: true } | { ok: false; reason: 'gone' | 'chosen' };

/** Calls a poll off. Twice is once; what was answered is kept. */
export async function callOff(
  facilitator: Facilitator,
  pollId: number,
  { now = new Date() }: Clock = {},
): Promise<PollEnded> {
  return db.transaction().execute(async (tx) => {
    const poll = await lockedPoll(tx, facilitator, pollId, now);
    if (!poll) return { ok: false, reason: 'gone' };
    if (poll.state === 'chosen') return { ok: false, reason: 'chosen' };
    if (poll.state === 'called_off') return { ok: true };
    await tx
      .insertInto('time_poll_end')
      .values({
        ...{ circle_id: poll.circleId, poll_id: poll.id, ended_as: 'called_off' },
        ...{ by_person_id: facilitator.personId, at: now },
      })
      .execute();
    await tellOfPoll(tx, facilitator, { ...poll, what: 'called-off', at: now });
    return { ok: true };
  });
}

/** Goes on with a poll that was called off; with one that goes on anyway it does nothing. */
export async function reopenPoll(
  facilitator: Facilitator,
  pollId: number,
  { now = new Date() }: Clock = {},
): Promise<PollEnded> {
  return db.transaction().execute(async (tx) => {
    const poll = await lockedPoll(tx, facilitator, pollId, now);
    if (!poll) return { ok: false, reason: 'gone' };
    if (poll.state === 'chosen') return { ok: false, reason: 'chosen' };
    if (poll.state !== 'called_off') return { ok: true };
    await tx
      .deleteFrom('time_poll_end')
      .where(inCircle(facilitator, 'time_poll_end'))
      .where('poll_id', '=', pollId)
      .execute();
    const { version } = await tx
      .updateTable('time_poll')
      .set(({ eb }) => ({ version: eb('version', '+', 1), changed_at: now }))
      .where(inCircle(facilitator, 'time_poll'))
      .where('id', '=', pollId)
      .returning('version')
      .executeTakeFirstOrThrow();
    await tellOfPoll(tx, facilitator, { ...poll, version, what: 'reopened', at: now });
    await pollChanges.count(tx, facilitator.personId);
    return { ok: true };
  });
}
