import { viewerForPerson } from '#app/access/membership.server.ts';
import { arranged, oneThread } from '#app/notifications/bundles/rules/arranged.ts';
import { INBOX } from '#app/notifications/inbox/addresses.ts';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';

// Muting marks lines as read, and a circle's volume takes their mail back: both may have been set
// at the very moment at which the mail was written.
const STILL_WANTED = `
i.message_id = $4 and i.read_at is null
and not exists (
  select from thread_following f
  where f.circle_id = i.circle_id and f.thread_id = i.thread_id and f.person_id = i.person_id
    and f.muted)
and not exists (
  select from circle_volume v
  where v.circle_id = i.circle_id and v.person_id = i.person_id and v.volume = 'nothing')
and not exists (
  select from between_volume b
  where i.circle_id is null and b.person_id = i.person_id and b.volume = 'nothing')
and not exists (select from circle_archive a where a.circle_id = i.circle_id)`;

/**
 * What a mail that tells of several things says, read when it is sent, as its reader's inbox would
 * show it then; null when nothing is left to say, or nothing but what they may not read yet.
 */
export async function bundleToMail({
  personId,
  messageId,
}: {
  personId: number;
  messageId: number;
}) {
  const viewer = await viewerForPerson(personId);
  if (!viewer) return null;
  const now = new Date();
  const wanted = await itemsOf(viewer, STILL_WANTED, [messageId], { now });
  const items = wanted.filter(({ over }) => !over);
  if (items.every(({ held }) => held)) return null;
  const told = items.map(({ inMail, ...item }) => ({ ...item, ...inMail }));
  return {
    to: { name: viewer.name, address: viewer.email },
    parts: arranged(told),
    /** the only one it is about, if it is */
    threadId: oneThread(told)?.threadId,
    path: INBOX,
    zone: viewer.timeZone,
    now,
  };
}
