import type { CardBlock, CardStep, FacilitatorNote, StepMode } from '#app/cards/rules/card.ts';
import { participantText, plainText, wordCount } from '#app/cards/rules/card-text.ts';
import type { Problem } from './problem.ts';

/** How a whole card must be built, beyond each part being right by itself. Pure. */

const MOST_STEPS = 5;
const MOST_WORDS = 179;
const MOST_WORDS_OF_A_NOTE = 45;
const MOST_WORDS_BEFORE_NOTES = 60;

interface Placed<B extends CardBlock = CardBlock> {
  block: B;
  line: number;
}

/** What the front matter says, and the line it says how long the card takes. */
interface Said {
  minutes: number;
  line: number;
  people: readonly [number, number];
}

export function shapeProblems(placed: readonly Placed[], said: Said): Problem[] {
  return [
    ...orderProblems(placed),
    ...stepProblems(placed, said),
    ...noteProblems(placed),
    ...wordProblems(placed),
  ];
}

const only = <K extends CardBlock['kind']>(placed: readonly Placed[], kind: K) =>
  placed.filter(({ block }) => block.kind === kind) as Placed<Extract<CardBlock, { kind: K }>>[];

function orderProblems(placed: readonly Placed[]): Problem[] {
  const [first, last] = [placed[0], placed.at(-1)];
  const prompts = only(placed, 'prompt');
  const notes = only(placed, 'facilitator');
  const problems: Problem[] = [];
  const refuse = (line: number, reason: string) => void problems.push({ line, reason });

  if (!first) refuse(1, 'the card has no <Prompt>');
  else if (first.block.kind !== 'prompt') refuse(first.line, 'a card begins with its <Prompt>');
  for (const { line } of prompts.slice(1)) refuse(line, 'a card has one <Prompt>');
  for (const { line } of notes.slice(1)) refuse(line, 'a card has one <Facilitator> at most');
  if (notes[0] && notes.length === 1 && notes[0].block !== last?.block) {
    refuse(notes[0].line, '<Facilitator> comes last');
  }
  return problems;
}

function stepProblems(placed: readonly Placed[], said: Said): Problem[] {
  const steps = only(placed, 'step');
  if (steps.length === 0) {
    return [{ line: placed.at(-1)?.line ?? 1, reason: 'a card has at least one <Step>' }];
  }
  const problems = steps.flatMap(({ block, line }): Problem[] => {
    const reason = turnProblem(block, said.people);
    return reason ? [{ line, reason }] : [];
  });
  const tooMany = steps[MOST_STEPS];
  if (tooMany) {
    problems.push({ line: tooMany.line, reason: `a card has at most ${MOST_STEPS} steps` });
  }
  const sum = steps.reduce((total, { block }) => total + block.minutes, 0);
  if (sum !== said.minutes) {
    const reason = `minutes is ${said.minutes} and the steps add up to ${sum}`;
    problems.push({ line: said.line, reason });
  }
  return problems;
}

/** How many take their turn one after the other in the largest ordinary group. */
const ordinary: Record<StepMode, number> = {
  alone: 0,
  pairs: 2,
  trios: 3,
  fours: 4,
  rotating: 1,
  presenter: 1,
  circle: 8,
};

function turnProblem({ mode, minutes, turn }: CardStep, [, most]: Said['people']): string | null {
  if (turn === undefined) return null;
  const turns = Math.min(ordinary[mode], most);
  if (turns === 0) return 'nobody takes turns alone: leave turn out';
  if (turns * turn <= minutes * 60) return null;
  return `${turns} turns of ${turn} seconds do not fit into ${minutes} minutes`;
}

function noteProblems(placed: readonly Placed[]): Problem[] {
  return only(placed, 'facilitator').flatMap(({ block: { html, notes }, line }) => {
    const before = wordCount(plainText(html ?? ''));
    const most = `at most ${MOST_WORDS_BEFORE_NOTES}, the rest in a <Note>`;
    const reason = `${before} words in <Facilitator> before its notes; ${most}`;
    return [
      ...(before > MOST_WORDS_BEFORE_NOTES ? [{ line, reason }] : []),
      ...ofNotes(notes, line),
    ];
  });
}

const ofNotes = (notes: FacilitatorNote['notes'], line: number) =>
  notes.flatMap(({ when, html }, at): Problem[] => {
    if (notes.findIndex((note) => note.when === when) < at) {
      return [{ line, reason: `there are two notes for when="${when}"` }];
    }
    const words = wordCount(plainText(html));
    if (words <= MOST_WORDS_OF_A_NOTE) return [];
    const most = `a note has at most ${MOST_WORDS_OF_A_NOTE}`;
    return [{ line, reason: `${words} words in the note for when="${when}"; ${most}` }];
  });

function wordProblems(placed: readonly Placed[]): Problem[] {
  const words = wordCount(participantText(placed.map(({ block }) => block)));
  if (words <= MOST_WORDS) return [];
  const reason = `${words} words for the participants; a card has fewer than ${MOST_WORDS + 1}`;
  return [{ line: placed[0]?.line ?? 1, reason }];
}
