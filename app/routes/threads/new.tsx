import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { addressOfNote } from '#app/discussions/addresses.ts';
import { startThread } from '#app/discussions/commands/start-thread.server.ts';
import { StartThreadSchema } from '#app/discussions/forms.ts';
import { notePreview } from '#app/discussions/notes/queries/note-preview.server.ts';
import { savedNote } from '#app/discussions/notes/queries/saved-note.server.ts';
import { newThreadPage } from '#app/discussions/queries/new-thread-page.server.ts';
import { NewThreadForm } from '#app/discussions/views/new-thread-form.tsx';
import { savedBefore, whyNoThread } from '#app/discussions/words.ts';
import { begunWithTold } from '#app/mentoring/told/queries/told.server.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Start a thread');

export const loader = memberLoader(async ({ member, url }) => {
  const [page, begun] = await Promise.all([
    newThreadPage(member, url.searchParams),
    begunWithTold(member, url.searchParams),
  ]);
  return { ...page, begun };
});

export const action = memberAction(StartThreadSchema, async ({ member, form }) => {
  if (form.preview) return notePreview(form);
  const started = await startThread(member, form);
  if (!started.ok) {
    if (started.reason !== 'saved-first') return refuse(whyNoThread(started.reason));
    const values = { ...form, submissionKey: crypto.randomUUID() };
    return refusedWith(
      values,
      { '': savedBefore },
      { first: await savedNote(member, started.noteId) },
    );
  }
  const { threadId, noteId } = started;
  return redirect(addressOfNote(member.circle.slug, threadId, noteId), 303);
});

export default function NewThread() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead title="Start a thread" />
      <NewThreadForm {...page} />
    </Page>
  );
}
