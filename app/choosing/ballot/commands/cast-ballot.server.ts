import type { Member } from '#app/access/proofs.ts';
import { lockedChoice, standingProposals } from '#app/choosing/rows/choice-row.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type BallotCast =
  | { ok: true }
  | { ok: false; reason: 'gone' | 'over' | 'changed-meanwhile' }
  /** a book was withdrawn meanwhile */
  | { ok: false; reason: 'not-standing'; proposalId: number };

interface Ballot {
  /** ids of proposals, the best first */
  ranking: number[];
  /** of the ballot that was changed; 0 for a first one */
  version: number;
}

/**
 * Keeps how a member ranks the books, in place of what they said before. A ballot of `version` was
 * seen: one changed meanwhile, in another window, is not written over. The same again changes nothing.
 */
export async function castBallot(
  member: Member,
  choiceId: number,
  { ranking, version }: Ballot,
  { now = new Date() }: { now?: Date } = {},
): Promise<BallotCast> {
  const of = { circle_id: member.circleId, choice_id: choiceId, person_id: member.personId };
  return db.transaction().execute(async (tx) => {
    const choice = await lockedChoice(tx, member, choiceId, now);
    if (!choice) return { ok: false, reason: 'gone' };
    if (choice.state !== 'open') return { ok: false, reason: 'over' };
    const standing = new Set((await standingProposals(tx, choice)).map(({ id }) => id));
    const strange = ranking.find((id) => !standing.has(id));
    if (strange !== undefined) return { ok: false, reason: 'not-standing', proposalId: strange };
    const saved = await ballotOf(tx, member, choiceId);
    if (saved && saved.version !== version) {
      const same = saved.ranking.join() === ranking.join();
      return same ? { ok: true } : { ok: false, reason: 'changed-meanwhile' };
    }
    await tx
      .insertInto('ballot')
      .values({ ...of, cast_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(['circle_id', 'choice_id', 'person_id'])
          .doUpdateSet((row) => ({ cast_at: now, version: row('ballot.version', '+', 1) })),
      )
      .execute();
    await tx
      .deleteFrom('ballot_rank')
      .where(inCircle(member, 'ballot_rank'))
      .where('choice_id', '=', choiceId)
      .where('person_id', '=', member.personId)
      .execute();
    await tx
      .insertInto('ballot_rank')
      .values(ranking.map((id, index) => ({ ...of, rank: index + 1, proposal_id: id })))
      .execute();
    return { ok: true };
  });
}

/** Takes a member's ballot back. Twice is once. */
export async function takeBackBallot(
  member: Member,
  choiceId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | { ok: false; reason: 'gone' | 'over' }> {
  return db.transaction().execute(async (tx) => {
    const choice = await lockedChoice(tx, member, choiceId, now);
    if (!choice) return { ok: false, reason: 'gone' };
    if (choice.state !== 'open') return { ok: false, reason: 'over' };
    await tx
      .deleteFrom('ballot')
      .where(inCircle(member, 'ballot'))
      .where('choice_id', '=', choiceId)
      .where('person_id', '=', member.personId)
      .execute();
    return { ok: true };
  });
}

async function ballotOf(tx: Tx, { circleId, personId }: Member, choiceId: number) {
  const ballot = await tx
    .selectFrom('ballot')
    .select('version')
    .where(inCircle({ circleId }, 'ballot'))
    .where('choice_id', '=', choiceId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!ballot) return null;
  const ranks = await tx
    .selectFrom('ballot_rank')
    .select('proposal_id')
    .where(inCircle({ circleId }, 'ballot_rank'))
    .where('choice_id', '=', choiceId)
    .where('person_id', '=', personId)
    .orderBy('rank')
    .execute();
  return { version: ballot.version, ranking: ranks.map(({ proposal_id }) => proposal_id) };
}
