import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfImport } from '#app/shelves/addresses.ts';
import { undoImport } from '#app/shelves/imports/commands/imports.server.ts';
import { importOf } from '#app/shelves/imports/queries/imports.server.ts';
import { number } from '#app/shelves/words.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';
import { plural } from '#app/ui/words.ts';

export const meta = titled('Undo this import?');

export const loader = viewerLoader(async ({ viewer, id }) => {
  const one = found(await importOf(viewer, id('import')));
  if (one.state !== 'done') throw redirect(addressOfImport(one.id));
  return { one };
});

export const action = viewerAction(EmptySchema, async ({ viewer, id }) => {
  const undone = await undoImport(viewer, id('import'));
  if (!undone.ok && undone.reason === 'still-read') {
    return redirect(addressOfImport(id('import')), 303);
  }
  if (!undone.ok) gone();
  return redirectWith('/shelf', 'import-undone');
});

export default function UndoImport() {
  const { one } = useLoaderData<typeof loader>();
  const books = plural(one.rows.new, 'book', 'books');
  return (
    <Asking
      title="Undo this import?"
      yes="Take them off"
      danger
      back={{ to: addressOfImport(one.id), label: 'Leave it' }}
    >
      The {number(one.rows.new)} {books} it added come off your shelf, but for those you have
      changed since. Sending the file again brings them back.
    </Asking>
  );
}
