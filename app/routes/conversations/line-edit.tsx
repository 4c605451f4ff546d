import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { notePreview } from '#app/discussions/notes/queries/note-preview.server.ts';
import { addressOfLine } from '#app/mentoring/conversations/addresses.ts';
import {
  editLine,
  type StandingLine,
} from '#app/mentoring/conversations/commands/edit-line.server.ts';
import { EditLineSchema } from '#app/mentoring/conversations/forms.ts';
import { lineAddress, myLine } from '#app/mentoring/conversations/queries/lines.server.ts';
import { EditLineForm } from '#app/mentoring/conversations/views/edit-line-form.tsx';
import { whyNoLine } from '#app/mentoring/conversations/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Edit your note');

export const loader = partnerLoader(async ({ partner, id }) => {
  const noteId = id('line');
  const note = await myLine(partner, noteId);
  if (!note || note.takenBack || note.ended) {
    throw redirect(found(await lineAddress(partner, noteId)));
  }
  return {
    ...{ note, noteId, conversationId: partner.conversationId, me: partner.personId },
    submissionKey: crypto.randomUUID(),
  };
});

export const action = partnerAction(EditLineSchema, async ({ partner, form, id }) => {
  const noteId = id('line');
  if (form.preview) return notePreview({ ...form, quote: '', quotePage: '' });
  const edited = await editLine(partner, noteId, form);
  if (edited.ok) return redirectWith(addressOfLine(partner.conversationId, noteId), 'line-saved');
  if (edited.reason === 'no-note') gone();
  if (edited.reason !== 'changed') return refuse(whyNoLine(edited.reason));
  const { theirs } = edited;
  return data({ form: { values: { body: form.body }, errors: {} }, theirs }, { status: 422 });
});

export default function EditOwnLine() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<{ theirs?: StandingLine }>();
  return (
    <Page width={reply?.theirs ? 'wide' : 'narrow'}>
      <PageHead title="Edit your note" eyebrow={page.note.title} />
      <EditLineForm {...page} theirs={reply?.theirs} />
    </Page>
  );
}
