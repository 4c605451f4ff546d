import type { Viewer } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';

const A_PAGE = 20;

/** A conversation of the viewer's in a list. */
export interface MyConversation {
  id: number;
  /** the ask's */
  title: string;
  /** the name of the other */
  with: string;
  /** ISO: when something was written last, or it was opened */
  at: string;
  ended: boolean;
  /** the other wrote something that was not on the viewer's screen */
  fresh: boolean;
}

/** Where the page after it begins: what came last, and its id. */
export interface ConversationsBefore {
  at: string;
  id: number;
}

// Whoever was blocked is a stranger to it. Both sides are looked for by an index of their own.
const MINE = `
select c.id, a.title, p.name as "with", c.at, c.ended_at is not null as ended, coalesce((
  select not coalesce((select v.seen @> n.id from conversation_visit v
    where v.conversation_id = c.id and v.person_id = $1), false)
  from conversation_note n
  where n.conversation_id = c.id and n.author_id <> $1 and n.taken_back_at is null
  order by n.id desc limit 1), false) as fresh
from (
  select id, ask_id, helper_id as other_id, ended_at,
    coalesce(last_note_at, opened_at) as at from conversation where asker_id = $1
  union all
  select id, ask_id, asker_id, ended_at,
    coalesce(last_note_at, opened_at) from conversation where helper_id = $1
) c
join ask a on a.id = c.ask_id
join person p on p.id = c.other_id
where not exists (
    select from person_block b where b.person_id = c.other_id and b.blocked_id = $1)
  and ($2::timestamptz is null or (c.at, c.id) < ($2::timestamptz, $3::bigint))
order by c.at desc, c.id desc limit ${A_PAGE + 1}`;

/**
 * The viewer's conversations, where something was written last coming first.
 * @param before only those after this place, as `next` of a page gives it
 */
export async function myConversations(
  { personId }: Viewer,
  before: ConversationsBefore | null = null,
): Promise<{ conversations: MyConversation[]; next: ConversationsBefore | null }> {
  const { rows } = await acrossCircles(databasePool(), 'a conversation is its two people’s').query<
    Omit<MyConversation, 'at'> & { at: Date }
  >({ text: MINE, values: [personId, before?.at ?? null, before?.id ?? null] });
  const conversations = rows
    .slice(0, A_PAGE)
    .map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
  const last = rows.length > A_PAGE ? conversations.at(-1) : undefined;
  return { conversations, next: last ? { at: last.at, id: last.id } : null };
}
