import type { Partner } from '#app/access/proofs.ts';
import type { Cursor } from '#app/discussions/rules/discussions.ts';
import {
  type ConversationPage,
  conversationPage,
} from '#app/mentoring/conversations/queries/conversation-page.server.ts';
import { log } from '#app/platform/log.server.ts';
import { databasePool } from '#db/database.server.ts';

/**
 * Shows one of the two a page of their conversation and marks its notes as seen, unless `peek` (a
 * browser fetching ahead of a click). One round trip more than the page when something on it is new.
 */
export async function visitConversation(
  partner: Partner,
  cursor: Cursor,
  { peek = false, ...options }: { peek?: boolean; now?: Date } = {},
): Promise<ConversationPage> {
  const { unseen, ...page } = await conversationPage(partner, cursor, options);
  if (unseen !== null && !peek) await markSeen(partner, unseen);
  return page;
}

const VISIT = `
insert into conversation_visit (conversation_id, person_id, seen, visited_at)
values ($1, $2, $3, now())
on conflict (conversation_id, person_id) do update
set seen = conversation_visit.seen + excluded.seen, visited_at = now()`;

async function markSeen({ conversationId, personId }: Partner, seen: string) {
  try {
    await databasePool().query({ text: VISIT, values: [conversationId, personId, seen] });
  } catch (error) {
    // Reading goes on: at worst these notes are shown as new once more.
    log.warn({ err: error }, 'a visit to a conversation was not marked');
  }
}
