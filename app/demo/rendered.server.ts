import type { SeedCommunity } from '#app/demo/community/types.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';

/** The sanitised HTML of a note's Markdown. */
export type HtmlOf = (markdown: string) => string;

const TRIES = 3;

/** Renders every note beforehand, so that the transaction does not wait for it. */
export async function renderNotes(community: SeedCommunity): Promise<HtmlOf> {
  const rendered = new Map<string, string>();
  const notes = community.circles.flatMap(({ threads }) => threads.flatMap((t) => t.notes));
  const takeaways = community.circles.flatMap(({ season }) => season?.takeaways ?? []);
  for (const { body } of takeaways) rendered.set(body, await render(body));
  for (const { body, previousBody } of notes) {
    for (const markdown of previousBody ? [body, previousBody] : [body]) {
      rendered.set(markdown, await render(markdown));
    }
  }
  return (markdown) => {
    const html = rendered.get(markdown);
    if (html === undefined) throw new Error('A note of the demo was not rendered.');
    return html;
  };
}

// On a machine busy with its first start, a text may miss the renderer's time limit.
async function render(markdown: string): Promise<string> {
  let reason = '';
  for (let i = 0; i < TRIES; i++) {
    const answer = await renderMarkdown(markdown);
    if (answer.ok) return answer.html;
    reason = answer.reason;
  }
  throw new Error(`A note of the demo could not be rendered (${reason}).`);
}
