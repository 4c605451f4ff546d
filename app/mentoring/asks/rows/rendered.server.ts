import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';

/** Why a text cannot be shown. */
export type Unshowable = 'tangled' | 'busy';

/** What an ask tells, as it is read. One that tells nothing has a title to go by. */
export async function renderedAsk(
  body: string,
): Promise<{ ok: true; html: string } | { ok: false; reason: Unshowable }> {
  if (body === '') return { ok: true, html: '' };
  const rendered = await renderMarkdown(body);
  if (rendered.ok) return rendered;
  return rendered.reason === 'empty'
    ? { ok: true, html: '' }
    : { ok: false, reason: rendered.reason };
}
