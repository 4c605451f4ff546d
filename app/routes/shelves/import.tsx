import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfImport, addressOfImportUndoing } from '#app/shelves/addresses.ts';
import { takeUpImport } from '#app/shelves/imports/commands/imports.server.ts';
import styles from '#app/shelves/imports/imports.css?url';
import { importOf, problemsOf } from '#app/shelves/imports/queries/imports.server.ts';
import { ImportProblems } from '#app/shelves/imports/views/import-problems.tsx';
import { ImportProgress } from '#app/shelves/imports/views/import-progress.tsx';
import { resultWords, sourceWords } from '#app/shelves/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Your import');

export const loader = viewerLoader(async ({ viewer, id }) => {
  const one = found(await importOf(viewer, id('import')));
  const over = one.state === 'done' || one.state === 'undone';
  return { one, over, problems: over ? await problemsOf(viewer, one.id) : [] };
});

export const action = viewerAction(EmptySchema, async ({ viewer, id }) => {
  const taken = await takeUpImport(viewer, id('import'));
  if (!taken.ok) gone();
  return redirectWith(addressOfImport(id('import')), 'import-taken-up');
});

export default function Import() {
  const { one, over, problems } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={`${sourceWords[one.source]} · ${one.fileName}`}
        title={over ? 'Your import is done' : 'Your import'}
        lede={over && `${resultWords(one)}.`.replace('..', '.')}
        actions={
          over && (
            <>
              <ButtonLink to="/shelf" variant="primary">
                Your shelf
              </ButtonLink>
              {one.state === 'done' && one.rows.new > 0 && (
                <ButtonLink to={addressOfImportUndoing(one.id)} variant="quiet">
                  Undo this import
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {over ? <ImportProblems problems={problems} rows={one.rows} /> : <ImportProgress one={one} />}
    </Page>
  );
}
