import { cardPageFor } from '#app/cards/queries/cards.server.ts';
import type { StepPart } from '#app/cards/rules/card.ts';
import { SCRIPT, type Speaks } from '#app/mentoring/conversations/rules/script.ts';

export interface ScriptStep {
  title: string;
  minutes: number;
  speaks: Speaks;
  /** HTML of the card's words */
  html: string;
}

/** The script of a half hour for two; none while its card cannot be shown. */
export async function scriptForTwo(): Promise<ScriptStep[]> {
  const page = await cardPageFor({ memberships: [] }, SCRIPT.deck, SCRIPT.card);
  if (page?.state !== 'shown') return [];
  const steps = page.card.blocks.flatMap((block) => (block.kind === 'step' ? block : []));
  return steps.map(({ title, minutes, parts }, at) => ({
    ...{ title, minutes, speaks: SCRIPT.speaks[at] ?? 'both' },
    html: parts.map(htmlOf).join(''),
  }));
}

function htmlOf(part: StepPart): string {
  if (part.kind === 'passage' || part.kind === 'write') return part.html;
  if (part.kind !== 'listen') return '';
  return `<ul>${part.questions.map((question) => `<li>${question}</li>`).join('')}</ul>`;
}
