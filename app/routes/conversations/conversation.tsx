import { type LinksFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { notePreview } from '#app/discussions/notes/queries/note-preview.server.ts';
import { cursorOf } from '#app/discussions/rules/discussions.ts';
import { replyOf } from '#app/discussions/rules/quoting.ts';
import asked from '#app/mentoring/asks/asks.css?url';
import { sourcesOf } from '#app/mentoring/asks/queries/sources.server.ts';
import { addressOfLine } from '#app/mentoring/conversations/addresses.ts';
import { postLine } from '#app/mentoring/conversations/commands/post-line.server.ts';
import { visitConversation } from '#app/mentoring/conversations/commands/visit-conversation.server.ts';
import styles from '#app/mentoring/conversations/conversations.css?url';
import { PostLineSchema } from '#app/mentoring/conversations/forms.ts';
import { quoteOfLine } from '#app/mentoring/conversations/queries/lines.server.ts';
import { scriptForTwo } from '#app/mentoring/conversations/queries/script.server.ts';
import { ConversationView } from '#app/mentoring/conversations/views/conversation-view.tsx';
import { whyNoLine } from '#app/mentoring/conversations/words.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () =>
  [asked, styles].map((href) => ({ rel: 'stylesheet', href }));

export const loader = partnerLoader(async ({ partner, viewer, url, peek }) => {
  const [page, quoted, script, sources] = await Promise.all([
    visitConversation(partner, cursorOf(url.searchParams), { peek }),
    quoteOfLine(partner, replyOf(url.searchParams)),
    scriptForTwo(),
    sourcesOf(viewer, [partner.askId]),
    markRead(
      { viewer, peek },
      null,
      ['conversation', 'meetings', 'thanks'].map((what) => `${what}:${partner.conversationId}`),
    ),
  ]);
  return {
    ...{ page, quoted, script, source: sources.get(partner.askId) ?? null },
    clocks: {
      now: new Date().toISOString(),
      zone: viewer.timeZone,
      otherZone: page.other.zone,
    },
    submissionKey: crypto.randomUUID(),
  };
});

export const meta = titled<Awaited<ReturnType<typeof loader>>>(({ page }) => page.title);

export const action = partnerAction(PostLineSchema, async ({ partner, form }) => {
  if (form.preview) return notePreview({ ...form, quote: '', quotePage: '' });
  const posted = await postLine(partner, form);
  if (!posted.ok) return refuse(whyNoLine(posted.reason));
  return redirect(addressOfLine(partner.conversationId, posted.noteId), 303);
});

export default function Conversation() {
  return <ConversationView {...useLoaderData<typeof loader>()} />;
}
