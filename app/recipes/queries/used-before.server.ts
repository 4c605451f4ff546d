import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import type { LastUse, UsedBefore } from '#app/recipes/rules/propose.ts';
import { db } from '#db/database.server.ts';

/** How far back is looked: two years of a session every two weeks. */
const SESSIONS = 52;

/**
 * Which cards and recipes were on an agenda of the circle before a session, and when last. What was
 * not come to was not used.
 */
export async function usedBefore(
  { circleId }: Member,
  session: { id: number; startsAt: string },
): Promise<UsedBefore> {
  const { rows } = await sql<{ kind: 'card' | 'recipe'; thing: string; at: Date; ago: number }>`
    with before as materialized (
      select s.id, s.starts_at, row_number() over (order by s.starts_at desc, s.id desc)::int as ago
      from session s
      where s.circle_id = ${circleId}
        and (s.starts_at, s.id) < (${new Date(session.startsAt)}, ${session.id})
        and not exists (select from session_cancellation c
          where c.circle_id = s.circle_id and c.session_id = s.id)
      order by s.starts_at desc, s.id desc
      limit ${SESSIONS}
    )
    select 'card' as kind, i.deck || '/' || i.card as thing, max(b.starts_at) as at,
      min(b.ago) as ago
    from before b
    join agenda_item i on i.circle_id = ${circleId} and i.session_id = b.id
    where i.deck is not null and not i.left_out
    group by i.deck, i.card
    union all
    select 'recipe', u.recipe, max(b.starts_at), min(b.ago)
    from before b
    join recipe_use u on u.circle_id = ${circleId} and u.session_id = b.id
    where u.taken_off_at is null
    group by u.recipe`.execute(db);
  const uses = (kind: 'card' | 'recipe'): Record<string, LastUse> =>
    Object.fromEntries(
      rows
        .filter((row) => row.kind === kind)
        .map(({ thing, at, ago }) => [thing, { at: at.toISOString(), ago }]),
    );
  return { cards: uses('card'), recipes: uses('recipe') };
}
