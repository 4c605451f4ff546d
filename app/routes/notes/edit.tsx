import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { EditNoteSchema } from '#app/discussions/forms.ts';
import { editNote } from '#app/discussions/notes/commands/edit-note.server.ts';
import { notePreview } from '#app/discussions/notes/queries/note-preview.server.ts';
import { myNote, noteAddress } from '#app/discussions/notes/queries/notes.server.ts';
import { EditNoteForm } from '#app/discussions/notes/views/edit-note-form.tsx';
import { changedReply } from '#app/discussions/notes/views/edit-reply.ts';
import { contextChoices } from '#app/discussions/queries/context-choices.server.ts';
import { whyNotEdited } from '#app/discussions/words.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Edit your note');

export const loader = memberLoader(async ({ member, id }) => {
  const [threadId, noteId] = [id('thread'), id('note')];
  const note = await myNote(member, threadId, noteId);
  if (!note) throw redirect(found(await noteAddress(member, threadId, noteId)));
  const { sections } = await contextChoices(member, {
    besides: { sectionId: note.sectionId ?? 0 },
  });
  return {
    ...{ note, sections, circle: member.circle.slug, me: member.personId, threadId, noteId },
    submissionKey: crypto.randomUUID(),
  };
});

export const action = memberAction(EditNoteSchema, async ({ member, form, id }) => {
  const [threadId, noteId] = [id('thread'), id('note')];
  if (form.preview) return notePreview(form);
  const edited = await editNote(member, threadId, noteId, form);
  if (edited.ok) {
    return redirectWith(found(await noteAddress(member, threadId, noteId)), 'note-saved');
  }
  if (edited.reason === 'no-note') gone();
  if (edited.reason === 'taken-back') {
    return refusedWith(form, whyNotEdited(edited.reason), { takenBack: true });
  }
  if (edited.reason !== 'changed') return refuse(whyNotEdited(edited.reason));
  return data(changedReply(form, edited), { status: 422 });
});

export default function EditOwnNote() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<Partial<ReturnType<typeof changedReply>> & { takenBack?: true }>();
  const takenBack = page.note.takenBack || reply?.takenBack === true;
  return (
    <Page width={reply?.theirs ? 'wide' : 'narrow'}>
      <PageHead title="Edit your note" eyebrow={page.note.threadTitle} />
      <EditNoteForm {...page} takenBack={takenBack} theirs={reply?.theirs} />
    </Page>
  );
}
