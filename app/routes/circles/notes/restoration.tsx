import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { restoreNote } from '#app/discussions/commands/take-back-note.server.ts';
import { Act } from '#app/discussions/forms.ts';
import { noteAddress, ownsNote } from '#app/discussions/queries/notes.server.ts';
import { notYours } from '#app/discussions/refusals.ts';
import { refuse } from '#app/platform/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Question } from '#app/ui/question.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Bring this note back?');

export const loader = memberLoader(async ({ member, id }) => {
  const [threadId, noteId] = [id('thread'), id('note')];
  const back = found(await noteAddress(member, threadId, noteId));
  if (!(await ownsNote(member, threadId, noteId))) throw redirect(back);
  return { back };
});

export const action = memberAction(Act, async ({ member, id }) => {
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
