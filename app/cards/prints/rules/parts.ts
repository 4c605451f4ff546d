import type { Card, CardStep, Listen } from '#app/cards/rules/card.ts';

export const stepsOf = ({ blocks }: Pick<Card, 'blocks'>): CardStep[] =>
  blocks.flatMap((block) => (block.kind === 'step' ? block : []));

/** What listeners may ask in each step that says so. */
export const listensOf = (
  card: Pick<Card, 'blocks'>,
): { step: string; questions: Listen['questions'] }[] =>
  stepsOf(card).flatMap(({ title, parts }) =>
    parts.flatMap((part) =>
      part.kind === 'listen' ? { step: title, questions: part.questions } : [],
    ),
  );

export const noteOf = ({ blocks }: Pick<Card, 'blocks'>) =>
  blocks.find((block) => block.kind === 'facilitator') ?? null;
