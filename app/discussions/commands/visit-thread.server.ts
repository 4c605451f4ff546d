import type { Member } from '#app/access/proofs.ts';
import {
  type ThreadPage,
  type ThreadPageOptions,
  threadPage,
} from '#app/discussions/queries/thread-page.server.ts';
import type { Cursor } from '#app/discussions/rules/discussions.ts';
import { markSeen } from './mark-seen.server.ts';

/**
 * Shows a member a page of a thread and marks its notes as seen, unless `peek` (a browser fetching
 * ahead of a click). One round trip more than the page when something on it is new.
 */
export async function visitThread(
  member: Member,
  threadId: number,
  cursor: Cursor,
  { peek = false, ...options }: ThreadPageOptions & { peek?: boolean } = {},
): Promise<ThreadPage | null> {
  const read = await threadPage(member, threadId, cursor, options);
  if (!read) return null;
  const { unseen, ...page } = read;
  if (unseen !== null && !peek) await markSeen(member, threadId, unseen);
  return page;
}
