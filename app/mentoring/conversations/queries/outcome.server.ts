import type { Partner } from '#app/access/proofs.ts';
import type { Helped } from '#app/mentoring/conversations/rules/outcome.ts';
import { db, type Executor } from '#db/database.server.ts';

/** What somebody said came of it, as it stands. */
export interface StandingOutcome {
  helped: Helped;
  did: string;
  share: boolean;
  version: number;
}

/** What the viewer said came of it, and whether that was asked: null where they said nothing yet. */
export async function outcomeOf(
  { conversationId, personId }: Partner,
  from: Executor = db,
): Promise<{ asked: boolean; mine: StandingOutcome | null }> {
  const row = await from
    .selectFrom('conversation as c')
    .leftJoin('ask_outcome as o', (join) =>
      join.onRef('o.conversation_id', '=', 'c.id').on('o.person_id', '=', personId),
    )
    .select(['c.ended_at', 'c.asked_after_at', 'o.helped', 'o.did', 'o.share', 'o.version'])
    .where('c.id', '=', conversationId)
    .executeTakeFirstOrThrow();
  const { helped, did, share, version } = row;
  return {
    asked: row.ended_at !== null || row.asked_after_at !== null,
    mine:
      version === null
        ? null
        : { helped: helped as Helped, did: did ?? '', share: share ?? false, version },
  };
}

/** The asker's one sentence, as it stands; null while there is none. */
export async function thanksOf(
  { conversationId }: Partner,
  from: Executor = db,
): Promise<{ body: string; version: number } | null> {
  const row = await from
    .selectFrom('ask_thanks')
    .select(['body', 'version'])
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  return row ?? null;
}
