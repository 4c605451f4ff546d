import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';
import { readsAsk } from '#db/reads-ask.server.ts';
import { viewerForPerson } from './membership.server.ts';
import type { Asker, AskReader, Partner, Viewer } from './proofs.ts';

/** Mints the proofs of what is between people. Each answers null where the right is missing. */

const BETWEEN = 'an ask is its asker’s, and who reads it is asked of each';

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
