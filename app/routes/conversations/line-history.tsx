import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { partnerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { NoteHistory } from '#app/discussions/notes/views/note-history.tsx';
import { lineAddress, lineHistory } from '#app/mentoring/conversations/queries/lines.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('What this note said');

export const loader = partnerLoader(async ({ partner, viewer, id }) => {
  const noteId = id('line');
  const back = found(await lineAddress(partner, noteId));
  const history = await lineHistory(partner, noteId);
  if (!history) throw redirect(back);
  return { history, back, zone: viewer.timeZone };
});

export default function History() {
  return <NoteHistory {...useLoaderData<typeof loader>()} />;
}
