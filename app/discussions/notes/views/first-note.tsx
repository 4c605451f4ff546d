import { useActionData } from '@remix-run/react';
import type { SavedNote } from '#app/discussions/notes/queries/saved-note.server.ts';
import { Prose } from '#app/ui/page/prose.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { QuotedPassage } from './passage.tsx';

/** The note that a form had saved before it was sent again with something else beside its text. */
export function FirstNote() {
  const first = useActionData<{ first?: SavedNote }>()?.first;
  if (!first) return null;
  const text = (
    <>
      <QuotedPassage text={first.quote} page={first.page} />
      <Prose html={first.html} />
    </>
  );
  return (
    <SavedFirst to={first.to} title={first.threadTitle} text={text}>
      {first.about && `About ${first.about}`}
    </SavedFirst>
  );
}
