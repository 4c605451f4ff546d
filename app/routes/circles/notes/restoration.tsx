import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { notFound } from '#app/access/refusals.server.ts';
import { restoreNote } from '#app/discussions/commands/take-back-note.server.ts';
import { Act } from '#app/discussions/forms.ts';
import { ownsNote } from '#app/discussions/queries/notes.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { Page, PageHead } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Bring this note back?');

export const loader = memberLoader(async ({ member, id }) => {
  if (!(await ownsNote(member, id('thread'), id('note')))) throw notFound();
  return { back: `/circles/${member.circle.slug}/threads/${id('thread')}?at=${id('note')}` };
});

export const action = memberAction(Act, async ({ member, id }) => {
  const [threadId, noteId] = [id('thread'), id('note')];
  const outcome = await restoreNote(member, threadId, noteId);
  if (!outcome.ok) throw notFound();
  const path = `/circles/${member.circle.slug}/threads/${threadId}`;
  return redirectWith(`${path}?at=${noteId}#note-${noteId}`, 'note-restored');
});

export default function BringBack() {
  const { back } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead title="Bring this note back?" lede="Everyone in the circle can read it again." />
      <PostForm>
        <div className="actions">
          <Button variant="primary">Bring it back</Button>
          <ButtonLink to={back} variant="quiet">
            Leave it
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
