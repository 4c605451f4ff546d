import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';

const ASKERS = 'an ask is its asker’s';

export interface OwnAsk {
  id: number;
  state: 'draft' | 'open' | 'closed';
  title: string;
  body: string;
  version: number;
}

/** An ask of the member's own, held; null where there is none of that id. */
export async function lockedAsk(
  tx: Tx,
  { personId }: Member,
  askId: number,
): Promise<OwnAsk | null> {
  const ask = await acrossCircles(tx, ASKERS)
    .selectFrom('ask')
    .select(['id', 'state', 'title', 'body', 'version'])
    .where('id', '=', askId)
    .where('asker_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  return ask ? { ...ask, state: ask.state as OwnAsk['state'] } : null;
}

/** What a member brings to a round, the ask held; null where they have said nothing. */
export async function lockedMine(
  tx: Tx,
  member: Member,
  sessionId: number,
): Promise<{ ask: OwnAsk | null; sent: boolean } | null> {
  const { rows } = await sql<{ ask_id: number | null; sent: boolean }>`
    select ask_id, turn is not null as sent from round_ask
    where circle_id = ${member.circleId} and session_id = ${sessionId}
      and person_id = ${member.personId}`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  const ask = row.ask_id === null ? null : await lockedAsk(tx, member, row.ask_id);
  return { ask, sent: row.sent && ask !== null };
}

/** Says what a member brings to a round. @param askId null: they pass */
export async function bringToRound(
  tx: Tx,
  { circleId, personId }: Member,
  sessionId: number,
  askId: number | null,
  now: Date,
): Promise<void> {
  await sql`
    insert into round_ask (circle_id, session_id, person_id, ask_id, at)
    values (${circleId}, ${sessionId}, ${personId}, ${askId}, ${now})
    on conflict (circle_id, session_id, person_id) do update
      set ask_id = excluded.ask_id, at = excluded.at, turn = null, read_at = null`.execute(tx);
}

/**
 * Sends what is written to the session and gives each its turn, behind those that have one: in the
 * order in which their writers joined the circle. Drafts without a line are left, and who is in the
 * circle no more sends nothing.
 * @returns the person ids of those whose turns are new, in their order
 */
export async function sendWritten(
  tx: Tx,
  { circleId }: Member,
  sessionId: number,
  now: Date,
): Promise<number[]> {
  const on = acrossCircles(tx, ASKERS);
  const { rows } = await sql<{ id: number; person_id: number; last: number }>`
    select a.id, w.person_id, (select coalesce(max(t.turn), 0) from round_ask t
      where t.circle_id = w.circle_id and t.session_id = w.session_id) as last
    from round_ask w
    join membership m on m.circle_id = w.circle_id and m.person_id = w.person_id
    join ask a on a.id = w.ask_id and a.asker_id = w.person_id
    where w.circle_id = ${circleId} and w.session_id = ${sessionId} and w.turn is null
      and a.title <> '' and a.state in ('draft', 'open')
      and not exists (select from person_deactivation d where d.person_id = w.person_id)
    order by m.joined_at, m.person_id
    for update of a`.execute(on);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const people = rows.map(({ person_id }) => person_id);
  const turns = rows.map(({ last }, at) => last + at + 1);
  await together(tx, (at) => [
    sql`
      update ask set state = 'open', opened_at = ${now}, saved_at = ${now}
      where id = any(${ids}::bigint[]) and state = 'draft'`.execute(acrossCircles(at, ASKERS)),
    sql`
      insert into ask_reach (ask_id, kind, circle_id, session_id, at)
      select sent.id, 'session', ${circleId}, ${sessionId}, ${now}
      from unnest(${ids}::bigint[]) as sent (id)
      on conflict do nothing`.execute(acrossCircles(at, ASKERS)),
    sql`
      update round_ask w set turn = sent.turn
      from unnest(${people}::bigint[], ${turns}::smallint[]) as sent (person_id, turn)
      where w.circle_id = ${circleId} and w.session_id = ${sessionId}
        and w.person_id = sent.person_id`.execute(at),
  ]);
  return people;
}

/** Whose ask is to be read next; null where all are read. */
export async function nextInRound(
  tx: Tx,
  { circleId }: Member,
  sessionId: number,
): Promise<number | null> {
  const { rows } = await sql<{ person_id: number }>`
    select w.person_id from round_ask w
    join membership m on m.circle_id = w.circle_id and m.person_id = w.person_id
    join ask a on a.id = w.ask_id and a.state = 'open'
    where w.circle_id = ${circleId} and w.session_id = ${sessionId} and w.turn is not null
      and w.read_at is null
      and not exists (select from person_deactivation d where d.person_id = w.person_id)
    order by w.turn limit 1`.execute(acrossCircles(tx, ASKERS));
  return rows[0]?.person_id ?? null;
}
