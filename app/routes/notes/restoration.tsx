import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { restoreNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { noteAddress, ownsNote } from '#app/discussions/notes/queries/notes.server.ts';
import { notYours } from '#app/discussions/words.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Bring this note back?');

export const loader = memberLoader(async ({ member, id }) => {
  const [threadId, noteId] = [id('thread'), id('note')];
  const back = found(await noteAddress(member, threadId, noteId));
  if (!(await ownsNote(member, threadId, noteId))) throw redirect(back);
  return { back };
});

export const action = memberAction(EmptySchema, async ({ member, id }) => {
  const [threadId, noteId] = [id('thread'), id('note')];
  const outcome = await restoreNote(member, threadId, noteId);
  if (!outcome.ok && outcome.reason === 'not-yours') return refuse({ '': notYours });
  const back = found(await noteAddress(member, threadId, noteId));
  return redirectWith(back, 'note-restored');
});

export default function BringBack() {
  const { back } = useLoaderData<typeof loader>();
  return (
    <Question
      question="Bring this note back?"
      lede="Everyone in the circle can read it again."
      back={back}
    >
      <Button variant="primary">Bring it back</Button>
    </Question>
  );
}
