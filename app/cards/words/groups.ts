import { type Grouped, groupsOf, turnIn } from '#app/cards/rules/groups.ts';
import { countWord, plural } from '#app/ui/words.ts';

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
  const each = turnWords({ ...step, turn });
  return longer === turn
    ? `${words}, ${each}`
    : `${words}, ${each} among ${countWord(largest)}, ${durationWords(longer)} among ${countWord(smallest)}`;
}

/** 'seven minutes a turn' */
export const turnWords = ({ mode, turn }: Grouped) =>
  turn === undefined ? null : `${durationWords(turn)} a ${mode === 'rotating' ? 'round' : 'turn'}`;

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
