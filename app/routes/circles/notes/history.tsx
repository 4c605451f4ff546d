import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { openedOf } from '#app/discussions/folding.ts';
import { NoteHistory } from '#app/discussions/note-history.tsx';
import { noteAddress, noteHistory } from '#app/discussions/queries/notes.server.ts';
import { titled } from '#app/ui/title.ts';

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
