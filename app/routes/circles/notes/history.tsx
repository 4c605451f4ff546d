import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { NoteHistory } from '#app/discussions/note-history.tsx';
import { noteHistory } from '#app/discussions/queries/notes.server.ts';
import { titled } from '#app/ui/title.ts';

export const meta = titled('What this note said');

export const loader = memberLoader(async ({ member, viewer, id }) => ({
  history: found(await noteHistory(member, id('thread'), id('note'))),
  path: `/circles/${member.circle.slug}/threads/${id('thread')}`,
  noteId: id('note'),
  zone: viewer.timeZone,
}));

export default function History() {
  return <NoteHistory {...useLoaderData<typeof loader>()} />;
}
