import { WAS_HERE } from '#app/records/words/brought.ts';
import { apart } from '#app/ui/apart.ts';
import type { Came, Note } from './rules.ts';

export const noteWords: Record<Note, string> = {
  came: 'Came',
  late: 'Late',
  absent: 'Couldn’t',
  '': 'Not said',
};

const notedWords: Record<Came, string> = {
  came: 'that they came',
  late: 'that they came late',
  absent: 'that they couldn’t',
};

/** What somebody else noted meanwhile. @param by null: somebody who left */
export const notedMeanwhile = ({ note, by }: { note: Note; by: string | null }) =>
  note === ''
    ? 'What was noted here is taken back. Save again if you know better.'
    : `${by === null ? WAS_HERE : apart(by)} noted ${notedWords[note]}. Save again if you know better.`;

export const someDiffer =
  'Somebody noted something else of the people marked below. The rest is saved.';
