import { redirect } from '@remix-run/node';
import { memberLoader } from '#app/access/gates.server.ts';
import { notFound } from '#app/access/refusals.server.ts';
import { noteExists } from '#app/discussions/queries/notes.server.ts';

/** A note's lasting address leads to the page of its thread that holds it. */
export const loader = memberLoader(async ({ member, id }) => {
  const [threadId, noteId] = [id('thread'), id('note')];
  if (!(await noteExists(member, threadId, noteId))) throw notFound();
  const path = `/circles/${member.circle.slug}/threads/${threadId}`;
  return redirect(`${path}?at=${noteId}#note-${noteId}`);
});
