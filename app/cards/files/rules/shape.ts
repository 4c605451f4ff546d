import type { CardBlock } from '#app/cards/rules/card.ts';
import type { Problem } from './problem.ts';

/** How a whole card must be built, beyond each part being right by itself. Pure. */

const MOST_STEPS = 5;
const MOST_WORDS = 179;

interface Placed {
  block: CardBlock;
  line: number;
}

/** `said` is what the front matter says the card takes, and the line it says so. */
export function shapeProblems(
  placed: Placed[],
  said: { minutes: number; line: number },
): Problem[] {
  const problems: Problem[] = [];
  const refuse = (line: number, reason: string) => void problems.push({ line, reason });
  const first = placed[0];
  const last = placed.at(-1);

  const prompts = placed.filter(({ block }) => block.kind === 'prompt');
  if (first && first.block.kind !== 'prompt') refuse(first.line, 'a card begins with its <Prompt>');
  if (prompts.length === 0 && !first) refuse(1, 'the card has no <Prompt>');
  for (const { line } of prompts.slice(1)) refuse(line, 'a card has one <Prompt>');

  const steps = placed.flatMap(({ block, line }) =>
    block.kind === 'step' ? [{ block, line }] : [],
  );
  if (steps.length === 0) refuse(last?.line ?? 1, 'a card has at least one <Step>');
  for (const { line } of steps.slice(MOST_STEPS, MOST_STEPS + 1)) {
    refuse(line, `a card has at most ${MOST_STEPS} steps`);
  }

  const notes = placed.filter(({ block }) => block.kind === 'facilitator');
  for (const { line } of notes.slice(1)) refuse(line, 'a card has one <Facilitator> at most');
  if (notes[0] && notes.length === 1 && notes[0] !== last) {
    refuse(notes[0].line, '<Facilitator> comes last');
  }

  const sum = steps.reduce((total, { block }) => total + block.minutes, 0);
  if (steps.length > 0 && sum !== said.minutes) {
    refuse(said.line, `minutes is ${said.minutes} and the steps add up to ${sum}`);
  }

  const words = placed.reduce((total, { block }) => total + wordsIn(block), 0);
  if (words > MOST_WORDS) {
    refuse(first?.line ?? 1, `${words} words for the participants; a card has fewer than 180`);
  }
  return problems;
}

/** The words participants read. The facilitator's note is not theirs. */
function wordsIn(block: CardBlock): number {
  if (block.kind === 'facilitator') return 0;
  if (block.kind === 'scale') return count(`${block.question} ${block.low} ${block.high}`);
  if (block.kind !== 'step') return count(textOf(block.html));
  return block.parts.reduce(
    (total, part) => total + (part.kind === 'scale' ? wordsIn(part) : count(textOf(part.html))),
    count(block.title),
  );
}

const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/&#?\w+;/g, ' ');
const count = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
