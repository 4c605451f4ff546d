import type { SeedAnswer, SeedMentoring } from '#app/demo/community/mentoring/types.ts';
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
  const minutes = community.circles.flatMap(({ sessions }) =>
    sessions.flatMap(({ record }) => record?.minutes ?? []),
  );
  for (const { body } of minutes) rendered.set(body, await render(body));
  for (const text of textsOf(community.mentoring)) rendered.set(text, await render(text));
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

/** All that is Markdown where people ask each other. */
const textsOf = ({ asks, rounds, told }: SeedMentoring): string[] => [
  ...asks.flatMap(({ body, answers = [] }) => [body, ...answers.flatMap(textsOfAnswer)]),
  ...rounds.flatMap((round) => round.asks.map(({ body }) => body)),
  ...told.flatMap(({ told, will }) => [told, will]),
];

function textsOfAnswer(answer: SeedAnswer): string[] {
  if ('asks' in answer) return [answer.asks, ...(answer.answer ? [answer.answer] : [])];
  if (!('faced' in answer)) return [];
  const { talk } = answer;
  const said = [talk?.asker, talk?.helper].flatMap((one) => (one ? [one.did] : []));
  return [answer.faced, ...(talk?.notes ?? []).map(({ body }) => body), ...said];
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
