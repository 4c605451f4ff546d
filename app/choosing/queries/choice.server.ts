import type { Member } from '#app/access/proofs.ts';
import type { Round } from '#app/choosing/ballot/rules/instant-runoff.ts';
import { choicesFrom, proposalsFrom } from '#app/choosing/rows/joins.server.ts';
import { choiceState } from '#app/choosing/rules/choice.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import type { ChoiceResult, ChoiceView, MyBallot, ProposalView } from './choice-view.ts';
import { turnoutOf } from './turnout.server.ts';

/** One choice of the circle; one whose time is over and that nobody counted yet has no result. */
export async function choiceOf(
  member: Member,
  choiceId: number,
  { now = new Date() }: Clock = {},
): Promise<ChoiceView | null> {
  const row = await choiceRow(member, choiceId);
  if (!row) return null;
  const state = choiceState({ ...row, rests: member.circle.archived }, now);
  const [all, turnout, mine] = await Promise.all([
    proposalsOf(member, choiceId),
    state === 'open' ? turnoutOf(db, row) : { ranked: row.ballots ?? 0, members: row.total ?? 0 },
    state === 'open' ? ballotOf(member, choiceId) : null,
  ]);
  const standing = all.filter(({ withdrawn }) => !withdrawn).map(({ proposal }) => proposal);
  const result: ChoiceResult | null = row.closed && {
    at: row.closed.toISOString(),
    by: row.closed_by,
    winner: standing.find(({ id }) => id === row.winner_proposal_id) ?? null,
    rounds: row.rounds as Round[] | null,
    readingId: row.reading_id,
  };
  return {
    id: row.id,
    version: row.version,
    state,
    openedBy: row.opened_by,
    closesAt: row.closesAt.toISOString(),
    proposals: standing,
    withdrawn: all.flatMap(({ proposal, withdrawn }) => (withdrawn ? [proposal] : [])),
    ...turnout,
    mine: mine && {
      ...mine,
      ranking: mine.ranking.filter((id) => standing.some((proposal) => proposal.id === id)),
    },
    result,
    cancelled:
      row.cancelled && row.cancelled_by
        ? { by: row.cancelled_by, at: row.cancelled.toISOString() }
        : null,
  };
}

function choiceRow(member: Member, choiceId: number) {
  return choicesFrom(db)
    .innerJoin('person as opener', 'opener.id', 'choice.opened_by')
    .leftJoin('person as closer', 'closer.id', 'close.by_person_id')
    .leftJoin('person as canceller', 'canceller.id', 'off.by_person_id')
    .select([
      'choice.id',
      'choice.circle_id as circleId',
      'choice.version',
      'choice.closes_at as closesAt',
      'opener.name as opened_by',
      'close.at as closed',
      'closer.name as closed_by',
      'close.winner_proposal_id',
      'close.rounds',
      'close.ballots',
      'close.members as total',
      'close.reading_id',
      'off.at as cancelled',
      'canceller.name as cancelled_by',
    ])
    .where(inCircle(member, 'choice'))
    .where('choice.id', '=', choiceId)
    .executeTakeFirst();
}

async function proposalsOf(
  { circleId }: Member,
  choiceId: number,
): Promise<{ proposal: ProposalView; withdrawn: boolean }[]> {
  const rows = await proposalsFrom(db, circleId, choiceId)
    .innerJoin('person', 'person.id', 'proposal.proposed_by')
    .select([
      'proposal.id',
      'proposal.title',
      'proposal.author',
      'proposal.isbn',
      'proposal.pages',
      'proposal.why',
      'proposal.book_id as bookId',
      'proposal.proposed_at',
      'person.id as person_id',
      'person.name',
      'gone.at as gone_at',
    ])
    .execute();
  return rows.map(({ gone_at, person_id, name, proposed_at, ...proposal }) => ({
    withdrawn: gone_at !== null,
    proposal: {
      ...proposal,
      proposedBy: { id: person_id, name },
      proposedAt: proposed_at.toISOString(),
    },
  }));
}

/** The member's own ballot; nobody is ever shown another's. */
async function ballotOf(
  { circleId, personId }: Member,
  choiceId: number,
): Promise<MyBallot | null> {
  const rows = await db
    .selectFrom('ballot')
    .innerJoin('ballot_rank', (join) =>
      join
        .on(joined('ballot_rank.choice_id', 'ballot.choice_id'))
        .onRef('ballot_rank.person_id', '=', 'ballot.person_id'),
    )
    .select(['ballot.version', 'ballot.cast_at', 'ballot_rank.proposal_id'])
    .where(inCircle({ circleId }, 'ballot'))
    .where('ballot.choice_id', '=', choiceId)
    .where('ballot.person_id', '=', personId)
    .orderBy('ballot_rank.rank')
    .execute();
  const [first] = rows;
  return first
    ? {
        version: first.version,
        castAt: first.cast_at.toISOString(),
        ranking: rows.map(({ proposal_id }) => proposal_id),
      }
    : null;
}

/** One of its books, withdrawn or not. */
export const proposalOf = ({ proposals, withdrawn }: ChoiceView, id: number) =>
  [...proposals, ...withdrawn].find((proposal) => proposal.id === id) ?? null;
