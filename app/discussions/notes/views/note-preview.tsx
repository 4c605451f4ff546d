import { useActionData } from '@remix-run/react';
import type { NotePreview } from '#app/discussions/notes/queries/note-preview.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { QuotedPassage } from './passage.tsx';

/** What the note in the form would look like, once its author asked for that. */
export function Preview() {
  const preview = useActionData<{ preview?: NotePreview }>()?.preview;
  return (
    <div role="status">
      {preview && (
        <section className="note-preview" aria-label="Preview">
          <p className="eyebrow">Preview, not saved yet</p>
          <QuotedPassage text={preview.quote} page={preview.page} />
          <Prose html={preview.html} />
        </section>
      )}
    </div>
  );
}

/** Shows the note as it would be read. Stands behind the form's own button, which Enter presses. */
export function PreviewButton() {
  return (
    <Button variant="quiet" name="preview" value="yes">
      Preview
    </Button>
  );
}
