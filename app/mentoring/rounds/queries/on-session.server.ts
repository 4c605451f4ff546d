import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import {
  helpingInRound,
  mineInRound,
  writtenFor,
} from '#app/mentoring/rounds/rows/round-parts.server.ts';
import { type RoundStage, stageOf } from '#app/mentoring/rounds/rules/round.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import type { Helping } from './round-view.ts';

/** What the page of a session says of asks. */
export interface AsksOnSession {
  /** null where it is held without a round */
  round: {
    stage: RoundStage;
    people: number;
    written: number;
    mine: 'nothing' | 'written' | 'passes';
    helping: Helping[];
  } | null;
  /** asks that somebody brings to it alone, with their place on the agenda */
  brought: { askId: number; title: string; asker: string }[];
}

interface Row {
  set_at: Date | null;
  opened_at: Date | null;
  closed_at: Date | null;
  people: number;
  written: number;
  mine: { ask: unknown } | null;
  helping: Helping[];
  brought: AsksOnSession['brought'];
}

/** Who was blocked, or blocked, is a stranger to what the other asks. */
const brought = (personId: number) => sql`(
  select coalesce(json_agg(json_build_object('askId', a.id, 'title', a.title, 'asker', p.name)
    order by b.at, a.id), '[]')
  from ask_reach b
  join ask a on a.id = b.ask_id and a.state = 'open'
  join person p on p.id = a.asker_id
  join membership m on m.circle_id = s.circle_id and m.person_id = a.asker_id
  where b.kind = 'session' and b.circle_id = s.circle_id and b.session_id = s.id
    and not exists (select from person_deactivation d where d.person_id = a.asker_id)
    and not exists (select from round_ask w where w.circle_id = s.circle_id
      and w.session_id = s.id and w.ask_id = a.id and w.turn is not null)
    and not exists (select from person_block k
      where (k.person_id = a.asker_id and k.blocked_id = ${personId})
        or (k.person_id = ${personId} and k.blocked_id = a.asker_id)))`;

/** The asks of a session: its round, and what somebody brings to it. One statement. */
export async function asksOnSession(member: Member, sessionId: number): Promise<AsksOnSession> {
  const { circleId, personId } = member;
  const { rows } = await sql<Row>`
    select r.set_at, r.opened_at, r.closed_at, ${writtenFor}, ${mineInRound(personId)} as mine,
      case when r.closed_at is null then '[]' else ${helpingInRound} end as helping,
      ${brought(personId)} as brought
    from session s
    left join ask_round r on r.circle_id = s.circle_id and r.session_id = s.id
      and r.removed_at is null
    where s.circle_id = ${circleId} and s.id = ${sessionId}`.execute(
    acrossCircles(
      db,
      'an ask is its asker’s, and one brought to a session is its circle’s to read',
    ),
  );
  const [row] = rows;
  if (!row) return { round: null, brought: [] };
  const { people, written, mine, helping } = row;
  return {
    round: row.set_at && {
      stage: stageOf({ openedAt: row.opened_at, closedAt: row.closed_at }),
      mine: mine === null ? 'nothing' : mine.ask ? 'written' : 'passes',
      ...{ people, written, helping },
    },
    brought: row.brought,
  };
}
