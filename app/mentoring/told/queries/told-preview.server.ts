import { whyNot } from '#app/discussions/words.ts';
import { renderTold } from '#app/mentoring/told/rows/told-rows.server.ts';
import { refuse, shownAgain } from '#app/platform/forms/form.server.ts';

/** Both texts as the circle would read them. */
export interface ToldPreview {
  told: string;
  will: string;
}

/** The form again, with what it would look like; nothing is saved. */
export async function toldPreview(form: { told: string; will: string }) {
  const rendered = await renderTold(form);
  if (!rendered.ok) return refuse({ [rendered.field]: whyNot(rendered.reason) });
  const preview: ToldPreview = { told: rendered.told_html, will: rendered.will_html };
  return { ...shownAgain({ ...form, preview: undefined }), preview };
}
