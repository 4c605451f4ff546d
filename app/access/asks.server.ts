import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';
import { viewerForPerson } from './membership.server.ts';
import type { Asker, AskReader, Partner, Viewer } from './proofs.ts';

/** Mints the proofs of what is between people. Each answers null where the right is missing. */

const BETWEEN = 'an ask is its asker’s, and who reads it is asked of each';

/** Whether one of two people has blocked the other. */
const blocked = (one: string, other: string) => `exists (
  select from person_block b
  where (b.person_id = ${one} and b.blocked_id = ${other})
    or (b.person_id = ${other} and b.blocked_id = ${one}) offset 0)`;

interface Of {
  /** the id of somebody, as a statement has it */
  person: string;
  /** the ids of their circles: '$3::bigint[]' */
  circles: string;
}

/**
 * Whether an ask reaches somebody: as a member now of a circle that its asker is still in, as one of
 * whom it was sent to beyond circles, or as the person it was sent to, while the two share a circle.
 */
const reaches = ({ person, circles }: Of) => `exists (
  select from ask_reach r
  where r.ask_id = a.id and case when r.kind in ('circle', 'session')
    then exists (select from membership m where m.circle_id = r.circle_id
      and m.circle_id = any(${circles}) and m.person_id = a.asker_id)
    else r.person_id = ${person} and (r.kind = 'site' or exists (
      select from membership m where m.circle_id = any(${circles}) and m.person_id = a.asker_id))
    end offset 0)`;

/** An ask that went out stays to be read by who was given it and answered. */
const answered = ({ person }: Of) =>
  `exists (select from offer o where o.ask_id = a.id and o.helper_id = ${person} offset 0)`;

/** SQL: whether somebody reads an ask `a` that is another's. */
export const readsAsk = (of: Of) => `(
  a.state <> 'draft' and not ${blocked('a.asker_id', of.person)}
  and not exists (select from person_deactivation d where d.person_id = a.asker_id offset 0)
  and (${answered(of)} or ${reaches(of)}))`;

const RELATION = `
select a.asker_id = $2 as is_asker
from ask a
where a.id = $1 and (a.asker_id = $2 or ${readsAsk({
  person: '$2::bigint',
  circles: '$3::bigint[]',
})})`;

export async function askReaderOf(viewer: Viewer, askId: number): Promise<AskReader | null> {
  const circles = viewer.memberships.map(({ circle }) => circle.id);
  const { rows } = await acrossCircles(databasePool(), BETWEEN).query<{ is_asker: boolean }>({
    text: RELATION,
    values: [askId, viewer.personId, circles],
  });
  const [row] = rows;
  if (!row) return null;
  const { personId } = viewer;
  return { viewer, personId, askId, isAsker: row.is_asker } as unknown as AskReader;
}

/** The same for who holds a link that was mailed to them, and for mail; null where an account is closed. */
export async function askReaderFor(personId: number, askId: number): Promise<AskReader | null> {
  const viewer = await viewerForPerson(personId);
  return viewer && askReaderOf(viewer, askId);
}

export async function askerOf(viewer: Viewer, askId: number): Promise<Asker | null> {
  const { rows } = await acrossCircles(databasePool(), BETWEEN).query({
    text: 'select from ask a where a.id = $1 and a.asker_id = $2',
    values: [askId, viewer.personId],
  });
  if (rows.length === 0) return null;
  return { viewer, personId: viewer.personId, askId } as unknown as Asker;
}

interface ConversationRow {
  ask_id: number;
  asker_id: number;
  helper_id: number;
}

// Who was blocked is a stranger to it; who blocked still reads it.
const PARTNER = `
select c.ask_id, c.asker_id, c.helper_id
from conversation c
where c.id = $1 and $2::bigint in (c.asker_id, c.helper_id) and not exists (
  select from person_block b where b.blocked_id = $2
    and b.person_id in (c.asker_id, c.helper_id))`;

export async function partnerOf(viewer: Viewer, conversationId: number): Promise<Partner | null> {
  const { rows } = await acrossCircles(databasePool(), BETWEEN).query<ConversationRow>({
    text: PARTNER,
    values: [conversationId, viewer.personId],
  });
  const [row] = rows;
  if (!row) return null;
  const { personId } = viewer;
  const side = row.asker_id === personId ? 'asker' : 'helper';
  const otherId = side === 'asker' ? row.helper_id : row.asker_id;
  return {
    ...{ viewer, personId, conversationId, askId: row.ask_id, side, otherId },
  } as unknown as Partner;
}
