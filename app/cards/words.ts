import { type CardSummary, cardKinds, type NoteMoment } from '#app/cards/rules/card.ts';
import { type Grouped, groupsOf, turnIn } from '#app/cards/rules/groups.ts';
import { countWord, numberWord, plural } from '#app/ui/words.ts';

/** '3 to 8 people', 'one person' */
export const peopleWords = ([fewest, most]: CardSummary['people']) => {
  if (fewest !== most) return `${fewest} to ${most} people`;
  return fewest === 1 ? 'one person' : `${fewest} people`;
};

/** When a note for whoever runs a card is wanted, as its heading. */
export const momentWords: Record<NoteMoment, string> = {
  flat: 'If it falls flat',
  upset: 'If somebody is upset',
  dominates: 'If somebody dominates',
  numbers: 'With fewer or more',
  remote: 'On a screen',
};

export const kindWords = ({ kind }: Pick<CardSummary, 'kind'>) => cardKinds[kind];

const counted = (n: number, thing: string) => `${numberWord(n)} ${thing}${n === 1 ? '' : 's'}`;

/** 'Forty-eight cards in eight decks' */
export function cardCount(cards: number, decks?: number): string {
  const words = counted(cards, 'card') + (decks ? ` in ${counted(decks, 'deck')}` : '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Who sits with whom and how long each has: '4 + 4, seven minutes a turn'. Null for a step that
 * everybody does by themselves.
 */
export function groupWords(step: Grouped, people: number): string | null {
  if (step.mode === 'alone' || people === 1) return null;
  const groups = groupsOf(step.mode, people);
  const [largest = people, smallest = largest] = [groups[0], groups.at(-1)];
  const turn = turnIn(step, largest);
  const words = seatingWords(groups);
  if (turn === null) return words;
  const longer = turnIn(step, smallest) ?? turn;
  const each = `${durationWords(turn)} a ${step.mode === 'rotating' ? 'round' : 'turn'}`;
  const other = longer > turn ? `, ${durationWords(longer)} in a group of ${smallest}` : '';
  return `${words}, ${each}${other}`;
}

/** '4 + 3'; 'four pairs'; 'all eight' */
function seatingWords(groups: readonly number[]): string {
  const [one = 0, ...more] = groups;
  if (more.length === 0) return one === 2 ? 'the two of you' : `all ${countWord(one)}`;
  return groups.every((size) => size === 2)
    ? `${countWord(groups.length)} pairs`
    : groups.join(' + ');
}

/** 'seven minutes', 'two and a half minutes', '45 seconds', '3 minutes 20 seconds' */
export function durationWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0 || (minutes === 1 && rest !== 0)) return `${seconds} seconds`;
  if (rest === 0) return `${countWord(minutes)} ${plural(minutes, 'minute', 'minutes')}`;
  return rest === 30
    ? `${countWord(minutes)} and a half minutes`
    : `${minutes} minutes ${rest} seconds`;
}
