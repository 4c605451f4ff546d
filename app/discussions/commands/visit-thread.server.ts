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
  const page = await threadPage(member, threadId, cursor, options);
  const last = page?.notes.at(-1);
  if (page && last && last.id > (page.seen ?? 0) && !peek) {
    await markSeen(member, threadId, last.id);
  }
  return page;
}
