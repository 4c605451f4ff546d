import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { noteAddress, noteHistory } from '#app/discussions/notes/queries/notes.server.ts';
import { NoteHistory } from '#app/discussions/notes/views/note-history.tsx';
import { openedOf } from '#app/discussions/rules/folding.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('What this note said');

export const loader = memberLoader(async ({ member, viewer, url, id }) => {
  const [threadId, noteId] = [id('thread'), id('note')];
  const back = found(await noteAddress(member, threadId, noteId));
  const opened = openedOf(url.searchParams)?.from === noteId;
  const history = await noteHistory(member, threadId, noteId, { opened });
  if (!history) throw redirect(back);
  return { history, back, zone: viewer.timeZone };
});

export default function History() {
  return <NoteHistory {...useLoaderData<typeof loader>()} />;
}
