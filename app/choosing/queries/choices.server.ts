import { sql } from 'kysely';
import type { Member, Viewer } from '#app/access/proofs.ts';
import { choicesWithWinner } from '#app/choosing/rows/joins.server.ts';
import { choiceState } from '#app/choosing/rules/choice.ts';
import { namedOf } from '#app/circles/rules/faces.ts';
import type { Clock } from '#app/time/clock.ts';
import { daysAfter } from '#app/time/spans.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** A choice of the circle in a list. */
export interface ChoiceRow {
  id: number;
  closesAt: string;
  state: 'open' | 'closed' | 'cancelled';
  winner: { title: string; author: string } | null;
  readingId: number | null;
}

/** The circle's choices, the latest first. A circle chooses a few books a year. */
export async function choicesOf(
  member: Member,
  { now = new Date() }: Clock = {},
): Promise<ChoiceRow[]> {
  const rows = await choicesWithWinner(db)
    .select([
      'choice.id',
      'choice.closes_at as closesAt',
      'close.at as closed',
      'off.at as cancelled',
      'winner.title',
      'winner.author',
      'close.reading_id as readingId',
    ])
    .where(inCircle(member, 'choice'))
    .orderBy('choice.id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    closesAt: row.closesAt.toISOString(),
    state: choiceState({ ...row, rests: member.circle.archived }, now),
    winner: row.title === null ? null : { title: row.title, author: row.author ?? '' },
    readingId: row.readingId,
  }));
}

/** What a circle's page says of its choice: one that is open, or whose winner is not read yet. */
export interface ChoiceInLine {
  id: number;
  closesAt: string;
  state: 'open' | 'closed';
  ranked: number;
  members: number;
  proposals: number;
  /** the viewer has ranked */
  mine: boolean;
  winner: { title: string; author: string } | null;
}

interface LineRow {
  circle_id: number;
  id: number;
  closes_at: Date;
  closed: boolean;
  ranked: number;
  members: number;
  proposals: number;
  mine: boolean;
  title: string | null;
  author: string | null;
}

/** A member's line about their circle's choice; null when there is nothing to say. */
export async function choiceLine(
  member: Member,
  { now = new Date() }: Clock = {},
): Promise<ChoiceInLine | null> {
  const [row] = await lineRows([member.circleId], member.personId, now);
  return row ? asLine(row, member.circle.archived, now) : null;
}

/** Choices of the viewer's circles that wait for their ranking, the one that closes first first. */
export async function choicesToRank(
  viewer: Viewer,
  { now = new Date() }: Clock = {},
): Promise<(ChoiceInLine & { circle: { slug: string; name: string } })[]> {
  const circles = new Map(viewer.memberships.map(({ circle }) => [circle.id, circle]));
  if (circles.size === 0) return [];
  const rows = await lineRows([...circles.keys()], viewer.personId, now);
  return rows.flatMap((row) => {
    const circle = circles.get(row.circle_id);
    const line = asLine(row, circle?.archived ?? false, now);
    const waits = line.state === 'open' && !line.mine && line.proposals > 0;
    return circle && waits ? [{ ...line, circle: namedOf(circle) }] : [];
  });
}

// A winner that was never made a reading is no news for ever.
const NEWS_DAYS = 60;

/**
 * The last choice of each circle, unless it was called off or led to a reading or to nothing; the one
 * that closes first first.
 */
async function lineRows(circleIds: number[], personId: number, now: Date): Promise<LineRow[]> {
  const since = daysAfter(now, -NEWS_DAYS);
  const circles = sql`${circleIds}::bigint[]`;
  const { rows } = await sql<LineRow>`
    select c.circle_id, c.id, c.closes_at, z.at is not null as closed, w.title, w.author,
      turnout.ranked, turnout.members, turnout.mine,
      (select count(*) from book_proposal p
        where p.circle_id = c.circle_id and p.choice_id = c.id and not exists (
          select from book_proposal_withdrawal g
          where g.circle_id = p.circle_id and g.choice_id = p.choice_id and g.proposal_id = p.id)
      ) as proposals
    from (
      select distinct on (circle_id) circle_id, id, closes_at from book_choice
      where circle_id = any(${circles}) order by circle_id, id desc
    ) c
    left join book_choice_close z on z.circle_id = c.circle_id and z.choice_id = c.id
      and z.circle_id = any(${circles})
    left join book_proposal w on w.circle_id = z.circle_id and w.id = z.winner_proposal_id
      and w.circle_id = any(${circles})
    cross join lateral (
      select count(*) as members, count(b.person_id) as ranked,
        coalesce(bool_or(b.person_id = ${personId}), false) as mine
      from membership m
      left join ballot b
        on b.circle_id = m.circle_id and b.person_id = m.person_id and b.choice_id = c.id
      where m.circle_id = c.circle_id
        and not exists (select from person_deactivation d where d.person_id = m.person_id)
    ) turnout
    where z.reading_id is null
      and (z.at is null or (z.winner_proposal_id is not null and z.at > ${since}))
      and not exists (select from book_choice_cancellation o
        where o.circle_id = c.circle_id and o.choice_id = c.id
          and o.circle_id = any(${circles}))
    order by c.closes_at, c.id`.execute(db);
  return rows;
}

function asLine(row: LineRow, rests: boolean, now: Date): ChoiceInLine {
  const of = { closesAt: row.closes_at, closed: row.closed, cancelled: false, rests };
  return {
    id: row.id,
    closesAt: row.closes_at.toISOString(),
    state: choiceState(of, now) === 'open' ? 'open' : 'closed',
    ranked: row.ranked,
    members: row.members,
    proposals: row.proposals,
    mine: row.mine,
    winner: row.title === null ? null : { title: row.title, author: row.author ?? '' },
  };
}
