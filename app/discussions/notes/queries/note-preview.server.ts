import { whyNot } from '#app/discussions/words.ts';
import { refuse, shownAgain } from '#app/platform/forms/form.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';

/** A note as it would be read. */
export interface NotePreview {
  html: string;
  quote: string;
  page: string;
}

/** The form of a note again, with what it would look like; nothing is saved. */
export async function notePreview(form: { body: string; quote: string; quotePage: string }) {
  const rendered = await renderMarkdown(form.body);
  if (!rendered.ok) return refuse({ body: whyNot(rendered.reason) });
  const preview: NotePreview = { html: rendered.html, quote: form.quote, page: form.quotePage };
  return { ...shownAgain({ ...form, preview: undefined }), preview };
}
