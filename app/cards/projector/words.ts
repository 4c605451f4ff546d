import { type CardStep, stepModes } from '#app/cards/rules/card.ts';
import { type Grouped, groupsOf } from '#app/cards/rules/groups.ts';
import { groupWords, turnWords } from '#app/cards/words/groups.ts';
import { capital, countWord } from '#app/ui/words.ts';
import type { Show, Slide } from './rules/slides.ts';
import type { Course, Place } from './rules/timer.ts';

/** 'Eight came: 4 + 4. Seven minutes a turn.' */
export function cameWords(step: Grouped, people: number | null): string {
  if (step.mode === 'alone') return 'Everybody alone.';
  if (people === null) {
    return sentences([stepModes[step.mode], turnWords(step)]);
  }
  const [seating = '', ...rest] = (groupWords(step, people) ?? '').split(', ');
  const came = groupsOf(step.mode, people).length > 1 ? `${countWord(people)} came: ` : '';
  return sentences([came + seating, rest.join(', ')]);
}

const sentences = (words: readonly (string | null)[]) =>
  words.flatMap((each) => (each ? `${capital(each)}.` : [])).join(' ');

/** '4:20' */
export const clockWords = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** What the time is left of. */
export function leftWords({ kind, turns }: Course, { turn, state }: Place): string {
  if (state === 'up') return 'time is up';
  return turn === null || kind === null
    ? 'left of this step'
    : `left of ${kind} ${turn} of ${turns}`;
}

/** 'step 2 of 3' */
export const stepWords = ({ step }: Pick<Slide, 'step'>) =>
  step ? `step ${step.number} of ${step.of}` : '';

/** What comes after a slide; null after the last. */
export function nextWords(next: Slide | undefined, nextShow: Show | undefined): string | null {
  if (next) return `${how(next)}${next.title}`;
  return nextShow ? nextShow.title : null;
}

const how = ({ step, grouped }: Slide) =>
  step && grouped ? `${capital(stepModes[grouped.mode as CardStep['mode']])}: ` : '';
