import type { Viewer } from '#app/access/proofs.ts';
import { type InboxPage, inboxPage } from '#app/notifications/inbox/queries/inbox-page.server.ts';
import type { Place } from '#app/notifications/inbox/rules/pages.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { holdOwnAnew } from './hold-anew.server.ts';

/**
 * Shows somebody a page of their inbox. One round trip, and another where rows did not say truly what
 * is held, which then they do, as does the count of this request.
 */
export async function openInbox(
  viewer: Viewer,
  place: Place | null,
  { now = new Date() }: Clock = {},
): Promise<InboxPage> {
  const { page, unread, isKeptTrue } = await inboxPage(viewer, place, { now });
  if (!isKeptTrue) {
    const circles = viewer.memberships.map(({ circle }) => circle);
    await holdOwnAnew(db, { personId: viewer.personId, circles }, now);
    viewer.inbox.unread = unread;
  }
  return page;
}
