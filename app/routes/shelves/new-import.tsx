import { randomUUID } from 'node:crypto';
import { redirect } from '@remix-run/node';
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from '@remix-run/react';
import { viewerLoader, viewerUpload } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { addressOfImport } from '#app/shelves/addresses.ts';
import { UploadSchema } from '#app/shelves/forms.ts';
import { receiveExport } from '#app/shelves/imports/commands/receive-export.server.ts';
import { type ImportView, importOf } from '#app/shelves/imports/queries/imports.server.ts';
import { ImportForm } from '#app/shelves/imports/views/import-form.tsx';
import { fileSentBefore, notReceived } from '#app/shelves/imports/words.ts';
import { fileRefusal, resultWords } from '#app/shelves/words.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Import to your shelf');

export const loader = viewerLoader(() => ({ submissionKey: randomUUID() }));

const field = { name: 'file', missing: 'Choose the CSV file first.' };

export const action = viewerUpload(UploadSchema, field, async ({ viewer, form, file }) => {
  const received = await receiveExport(viewer, form.submissionKey, file);
  if (!received.ok && received.reason === 'another-first') {
    const saved = found(await importOf(viewer, received.importId));
    return refusedWith({ submissionKey: randomUUID() }, { '': fileSentBefore }, { saved });
  }
  if (!received.ok) return refuse({ file: fileRefusal(received) });
  return redirect(addressOfImport(received.importId), 303);
});

/** With scripts the page stays, and says it, when what stands in front of Octavo refused the file. */
export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  serverAction<typeof action>().catch(notReceived);

export default function NewImport() {
  const { submissionKey } = useLoaderData<typeof loader>();
  const reply = useActionData<{ saved?: ImportView; form?: FormReply }>();
  const saved = reply?.saved;
  return (
    <Page width="narrow">
      <PageHead
        title="Import from Goodreads or StoryGraph"
        lede="Your books, where they stand, when you read them and your ratings. Reviews and private notes stay in the file: they are not read."
      />
      {saved && (
        <SavedFirst to={addressOfImport(saved.id)} title={saved.fileName}>
          {resultWords(saved)}
        </SavedFirst>
      )}
      <ImportForm submissionKey={String(reply?.form?.values.submissionKey ?? submissionKey)} />
    </Page>
  );
}
