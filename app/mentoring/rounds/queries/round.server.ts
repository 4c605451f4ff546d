import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import type { AskSource } from '#app/mentoring/asks/queries/source-view.ts';
import { sourcesOf } from '#app/mentoring/asks/queries/sources.server.ts';
import type { OfferState } from '#app/mentoring/offers/rules/offer.ts';
import {
  helpingInRound,
  isHere,
  mineInRound,
  writtenFor,
} from '#app/mentoring/rounds/rows/round-parts.server.ts';
import {
  canBring,
  canOpen,
  canTakeOff,
  opensAt,
  stageOf,
} from '#app/mentoring/rounds/rules/round.ts';
import { canChange, mayRun } from '#app/sessions/rules/session.ts';
import type { Clock } from '#app/time/clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import type { Helping, Mine, RoundView, Turn } from './round-view.ts';

interface TurnRow extends Omit<Turn, 'state' | 'closed' | 'source'> {
  state: string;
  read: boolean;
  answered: OfferState | null;
}

interface Row {
  starts_at: Date;
  minutes: number;
  facilitator_id: number | null;
  cancelled: boolean;
  closed: boolean;
  set_by: string | null;
  opened_at: Date | null;
  closed_at: Date | null;
  reading_person_id: number | null;
  people: number;
  written: number;
  mine: { ask: Mine['ask']; sent: boolean } | null;
  drafts: RoundView['drafts'];
  turns: TurnRow[];
  helping: Helping[];
}

/** Who was blocked, or blocked, is a stranger to what the other asks. */
const readable = (personId: number) => sql`not exists (
  select from person_block b
  where (b.person_id = a.asker_id and b.blocked_id = ${personId})
    or (b.person_id = ${personId} and b.blocked_id = a.asker_id))`;

/**
 * What was sent, in the order of the turns: nothing of it is selected before the round is opened, nor
 * what somebody may not read.
 */
const turns = (personId: number) => sql`(
  select coalesce(json_agg(json_build_object('personId', w.person_id, 'name', p.name, 'askId', a.id,
    'state', a.state, 'read', w.read_at is not null,
    'title', case when ${readable(personId)} then a.title end,
    'html', case when ${readable(personId)}
      and (a.state = 'open' or a.asker_id = ${personId}) then a.body_html end,
    'answered', (select o.state from offer o where o.ask_id = a.id and o.helper_id = ${personId}),
    'offers', (select coalesce(json_agg(json_build_object('id', o.id, 'helperId', o.helper_id,
        'name', h.name, 'taken', o.state = 'taken') order by o.made_at, o.id), '[]')
      from offer o
      join person h on h.id = o.helper_id
      where o.ask_id = a.id and o.state in ('made', 'taken') and o.made_at >= r.opened_at
        and ${isHere('o.helper_id')})) order by w.turn), '[]')
  from round_ask w
  join ask a on a.id = w.ask_id
  join person p on p.id = w.person_id
  where w.circle_id = r.circle_id and w.session_id = r.session_id and w.turn is not null
    and r.opened_at is not null and a.state <> 'draft' and ${isHere('w.person_id')})`;

/** What somebody could bring to it: what they wrote last, elsewhere. */
const drafts = (personId: number) => sql`(
  select coalesce(json_agg(json_build_object('id', a.id, 'title', a.title,
    'open', a.state = 'open') order by a.saved_at desc), '[]')
  from (select o.id, o.title, o.state, o.saved_at from ask o
    where o.asker_id = ${personId} and o.state in ('draft', 'open') and o.title <> ''
      and not exists (select from round_ask w where w.circle_id = r.circle_id
        and w.session_id = r.session_id and w.ask_id = o.id)
    order by o.saved_at desc limit 5) a)`;

/** The round of a session; null where there is no such session. */
export async function roundOf(
  member: Member,
  sessionId: number,
  { now = new Date() }: Clock = {},
): Promise<RoundView | null> {
  const { circleId, personId, circle } = member;
  const { rows } = await sql<Row>`
    select s.starts_at, s.minutes, s.facilitator_id,
      exists (select from session_cancellation c
        where c.circle_id = s.circle_id and c.session_id = s.id) as cancelled,
      exists (select from session_close d
        where d.circle_id = s.circle_id and d.session_id = s.id) as closed,
      (select p.name from person p where p.id = r.set_by) as set_by,
      r.opened_at, r.closed_at, r.reading_person_id, ${writtenFor},
      ${mineInRound(personId)} as mine, ${drafts(personId)} as drafts,
      ${turns(personId)} as turns, ${helpingInRound} as helping
    from session s
    left join ask_round r on r.circle_id = s.circle_id and r.session_id = s.id
      and r.removed_at is null
    where s.circle_id = ${circleId} and s.id = ${sessionId}`.execute(
    acrossCircles(db, 'an ask is its asker’s, and a round sends it to one circle'),
  );
  const [row] = rows;
  if (!row) return null;
  const shown = row.turns.flatMap(({ askId, html }) => (html === null ? [] : [askId]));
  const sources = await sourcesOf(member.viewer, shown, { now });
  const session = {
    ...{ startsAt: row.starts_at, minutes: row.minutes },
    cancelled: row.cancelled || null,
    closed: row.closed,
  };
  const runs = mayRun(member, row.facilitator_id) && !circle.archived;
  const stage = stageOf({ openedAt: row.opened_at, closedAt: row.closed_at });
  const is = row.set_by !== null;
  return {
    sessionId,
    startsAt: row.starts_at.toISOString(),
    cancelled: row.cancelled,
    round:
      row.set_by === null
        ? null
        : {
            ...{ stage, setBy: row.set_by, people: row.people, written: row.written },
            opensAt: opensAt(session).toISOString(),
            turns: row.turns.map((turn) => asTurn(turn, sources, row.reading_person_id)),
            nowId: row.reading_person_id,
            helping: row.helping,
          },
    mine: {
      passes: row.mine !== null && row.mine.ask === null,
      sent: row.mine?.sent === true && row.mine.ask !== null,
      ask: row.mine?.ask ?? null,
    },
    drafts: row.drafts,
    may: {
      set: runs && !is && canChange(session, now),
      takeOff: runs && is && canTakeOff(session, { stage, sent: row.turns.length }, now),
      open: runs && is && stage === 'before' && canOpen(session, now),
      reopen: runs && stage === 'closed' && canOpen(session, now),
      lead: runs && is,
      bring: is && stage !== 'closed' && canBring(session, now) && !circle.archived,
    },
  };
}

const asTurn = (
  { state, read, ...turn }: TurnRow,
  sources: ReadonlyMap<number, AskSource>,
  nowId: number | null,
): Turn => ({
  ...turn,
  source: sources.get(turn.askId) ?? null,
  closed: state === 'closed',
  state: turn.personId === nowId ? 'now' : read ? 'read' : 'next',
});
