import type { CardBlock, StepPart } from './card.ts';

/** What participants read of a card, as plain text. The facilitator's note is not theirs. */
export const participantText = (blocks: readonly CardBlock[]) => blocks.map(textOf).join(' ');

function textOf(block: CardBlock): string {
  switch (block.kind) {
    case 'facilitator':
      return '';
    case 'step':
      return [block.title, ...block.parts.map(partText)].join(' ');
    case 'scale':
      return partText(block);
    default:
      return plainText(block.html);
  }
}

function partText(part: StepPart): string {
  switch (part.kind) {
    case 'scale':
      return `${part.question} ${part.low} ${part.high}`;
    case 'example':
      return `${part.thin} ${part.good}`;
    case 'listen':
      return plainText(part.questions.join(' '));
    default:
      return plainText(part.html);
  }
}

/** The text of HTML the parser made, for counting and finding. */
export const plainText = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/&#?\w+;/g, ' ');

export const wordCount = (text: string) =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
