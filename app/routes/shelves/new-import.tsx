import { randomUUID } from 'node:crypto';
import { redirect } from '@remix-run/node';
import { type ClientActionFunctionArgs, useLoaderData } from '@remix-run/react';
import { viewerLoader, viewerUpload } from '#app/access/gates.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { addressOfImport } from '#app/shelves/addresses.ts';
import { UploadSchema } from '#app/shelves/forms.ts';
import { receiveExport } from '#app/shelves/imports/commands/receive-export.server.ts';
import { ImportForm } from '#app/shelves/imports/views/import-form.tsx';
import { notReceived } from '#app/shelves/imports/words.ts';
import { fileRefusal } from '#app/shelves/words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Import to your shelf');

export const loader = viewerLoader(() => ({ submissionKey: randomUUID() }));

const field = { name: 'file', missing: 'Choose the CSV file first.' };

export const action = viewerUpload(UploadSchema, field, async ({ viewer, form, file }) => {
  const received = await receiveExport(viewer, form.submissionKey, file);
  if (!received.ok) return refuse({ file: fileRefusal(received) });
  return redirect(addressOfImport(received.importId), 303);
});

/** With scripts the page stays, and says it, when what stands in front of Octavo refused the file. */
export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  serverAction<typeof action>().catch(notReceived);

export default function NewImport() {
  const { submissionKey } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        title="Import from Goodreads or StoryGraph"
        lede="Your books, where they stand and when you read them. Ratings, reviews and private notes stay in the file: they are not read."
      />
      <ImportForm submissionKey={submissionKey} />
    </Page>
  );
}
