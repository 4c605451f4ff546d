import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { noteAddress, ownsNote } from '#app/discussions/notes/queries/notes.server.ts';
import { notYours } from '#app/discussions/words.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Take this note back?');

export const loader = memberLoader(async ({ member, id }) => {
  const [threadId, noteId] = [id('thread'), id('note')];
  const back = found(await noteAddress(member, threadId, noteId));
  if (!(await ownsNote(member, threadId, noteId))) throw redirect(back);
  return { back };
});

export const action = memberAction(EmptySchema, async ({ member, id }) => {
  const [threadId, noteId] = [id('thread'), id('note')];
  const outcome = await takeBackNote(member, threadId, noteId);
  if (!outcome.ok && outcome.reason === 'not-yours') return refuse({ '': notYours });
  const back = found(await noteAddress(member, threadId, noteId));
  return redirectWith(back, 'note-taken-back', `${member.circle.slug}/${threadId}/${noteId}`);
});

export default function TakeBack() {
  const { back } = useLoaderData<typeof loader>();
  return (
    <Question
      question="Take this note back?"
      lede="Others will see that you took it back, not what it said. You can bring it back."
      back={back}
    >
      <Button variant="primary">Take it back</Button>
    </Question>
  );
}
