import type { Facilitator } from '#app/access/proofs.ts';
import { instantRunoff } from '#app/choosing/ballot/rules/instant-runoff.ts';
import { turnoutOf } from '#app/choosing/queries/turnout.server.ts';
import { dropChoiceJobs, tellOfChoice } from '#app/choosing/rows/choice-jobs.server.ts';
import {
  type LockedChoice,
  lockedChoice,
  standingProposals,
} from '#app/choosing/rows/choice-row.server.ts';
import { FEWEST_FOR_ROUNDS } from '#app/choosing/rules/choice.ts';
import { undoneJob } from '#app/platform/queue.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Closes a choice before its time and counts. Closing it twice is one close. */
export async function closeChoice(
  facilitator: Facilitator,
  choiceId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | { ok: false; reason: 'gone' | 'cancelled' }> {
  return db.transaction().execute(async (tx) => {
    const choice = await lockedChoice(tx, facilitator, choiceId, now);
    if (!choice) return { ok: false, reason: 'gone' };
    if (choice.cancelled) return { ok: false, reason: 'cancelled' };
    if (choice.state === 'open')
      await countBallots(tx, choice, { by: facilitator.personId, at: now });
    else if (!choice.closed) await countBallots(tx, choice, { by: null, at: choice.closesAt });
    return { ok: true };
  });
}

/**
 * Closes a choice whose time is over. It does nothing to one that is closed, cancelled or moved, or
 * whose circle is archived.
 * @param until the time it was to close, for a job whose clock is ahead of ours
 */
export async function closeDueChoice(
  choiceId: number,
  { now = new Date(), until = now }: { now?: Date; until?: Date } = {},
): Promise<void> {
  const of = await acrossCircles(db, 'a job knows its choice alone')
    .selectFrom('book_choice')
    .select('circle_id as circleId')
    .where('id', '=', choiceId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('circle_archive')
            .select('circle_archive.at')
            .whereRef('circle_archive.circle_id', '=', 'book_choice.circle_id'),
        ),
      ),
    )
    .executeTakeFirst();
  if (!of) return;
  const at = until > now ? until : now;
  await db.transaction().execute(async (tx) => {
    const choice = await lockedChoice(tx, of, choiceId, at);
    if (choice?.state !== 'closed' || choice.closed) return;
    // The job that closes what was due while the circle rested may not have come to it yet.
    const rested = await undoneJob(tx, 'close-rested-choice', of);
    if (rested && choice.closesAt <= new Date(rested.at))
      await countBallots(tx, choice, { by: null, at: new Date(rested.at), tells: false });
    else await countBallots(tx, choice, { by: null, at: choice.closesAt });
  });
}

/**
 * Counts the ballots of a choice held by the caller, keeps what came of it, and deletes them.
 * @param close.tells whether the members are told
 */
export async function countBallots(
  tx: Tx,
  choice: LockedChoice,
  { by, at, tells = true }: { by: number | null; at: Date; tells?: boolean },
): Promise<void> {
  const { circleId, id } = choice;
  const standing = (await standingProposals(tx, choice)).map((proposal) => proposal.id);
  const { ballots, rounds, winner } = instantRunoff(await ballotsOf(tx, choice), standing);
  const { members } = await turnoutOf(tx, choice);
  const shown = winner !== null && ballots >= FEWEST_FOR_ROUNDS;
  await tx
    .insertInto('book_choice_close')
    .values({
      circle_id: circleId,
      choice_id: id,
      by_person_id: by,
      at,
      ballots,
      members,
      winner_proposal_id: winner,
      rounds: shown ? JSON.stringify(rounds) : null,
    })
    .execute();
  await tx
    .deleteFrom('ballot')
    .where(inCircle(choice, 'ballot'))
    .where('choice_id', '=', id)
    .execute();
  await dropChoiceJobs(tx, id);
  if (tells) await tellOfChoice(tx, choice, { what: 'closed', by, at });
}

/** The rankings, without names. Those of closed accounts do not count. */
async function ballotsOf(tx: Tx, { circleId, id }: LockedChoice): Promise<number[][]> {
  const rows = await tx
    .selectFrom('ballot_rank')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'ballot_rank.person_id')
    .select(['ballot_rank.person_id', 'ballot_rank.proposal_id'])
    .where(inCircle({ circleId }, 'ballot_rank'))
    .where('ballot_rank.choice_id', '=', id)
    .where('closed.person_id', 'is', null)
    .orderBy('ballot_rank.rank')
    .execute();
  const ballots = new Map<number, number[]>();
  for (const { person_id, proposal_id } of rows) {
    ballots.set(person_id, [...(ballots.get(person_id) ?? []), proposal_id]);
  }
  return [...ballots.values()];
}
