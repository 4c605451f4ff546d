import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfNote } from '#app/discussions/addresses.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { PostNoteSchema } from '#app/discussions/forms.ts';
import { postNote } from '#app/discussions/notes/commands/post-note.server.ts';
import { notePreview } from '#app/discussions/notes/queries/note-preview.server.ts';
import { quoteOf } from '#app/discussions/notes/queries/quote.server.ts';
import { savedNote } from '#app/discussions/notes/queries/saved-note.server.ts';
import { cursorOf } from '#app/discussions/rules/discussions.ts';
import { openedOf } from '#app/discussions/rules/folding.ts';
import { replyOf } from '#app/discussions/rules/quoting.ts';
import { ThreadView } from '#app/discussions/views/thread-view.tsx';
import { savedBefore, whyNotPosted } from '#app/discussions/words.ts';
import { ledToByThread } from '#app/mentoring/queries/outcomes.server.ts';
import { belowEach } from '#app/mentoring/views/led-to.tsx';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const loader = memberLoader(async ({ member, url, id, peek }) => {
  const cursor = cursorOf(url.searchParams);
  const open = openedOf(url.searchParams);
  const [thread, ledTo] = await Promise.all([
    visitThread(member, id('thread'), cursor, { peek, open }).then(found),
    ledToByThread(member, id('thread')),
  ]);
  // Of a note that is folded for them, or was taken back, a reader learns nothing here either.
  const shown = new Set(thread.notes.flatMap((n) => ('folded' in n || n.gone ? [] : [n.id])));
  return {
    thread,
    ledTo: Object.fromEntries([...ledTo].filter(([note]) => shown.has(note))),
    quoted: await quoteOf(member, id('thread'), replyOf(url.searchParams), { open }),
    circle: member.circle.slug,
    me: member.personId,
    zone: member.viewer.timeZone,
    submissionKey: crypto.randomUUID(),
  };
});

export const meta = titled<Awaited<ReturnType<typeof loader>>>(({ thread }) => thread.title);

export const action = memberAction(PostNoteSchema, async ({ member, form, id }) => {
  const threadId = id('thread');
  if (form.preview) return notePreview(form);
  const posted = await postNote(member, threadId, form);
  if (!posted.ok) {
    if (posted.reason === 'no-thread') gone();
    if (posted.reason === 'saved-first') {
      const values = { ...form, submissionKey: crypto.randomUUID() };
      return refusedWith(
        values,
        { '': savedBefore },
        { first: await savedNote(member, posted.noteId) },
      );
    }
    return refuse(whyNotPosted(posted.reason));
  }
  return redirect(addressOfNote(member.circle.slug, threadId, posted.noteId), 303);
});

export default function Thread() {
  const { ledTo, ...page } = useLoaderData<typeof loader>();
  return <ThreadView {...page} below={belowEach(ledTo)} />;
}
