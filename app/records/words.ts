import { apart } from '#app/ui/apart.ts';
import { capital, countWord, listed, plural } from '#app/ui/words.ts';
import type { PersonAtSession, RecordView } from './queries/record-view.ts';
import type { TakeawayReach } from './rules.ts';

export const WAS_HERE = 'Somebody who was here';

type Came = Pick<RecordView, 'people' | 'isNoted' | 'cameAndLeft'>;

/** Who was there, as it was noted; before it was, who had said they would come. */
export const wasThere = ({ came, answer }: PersonAtSession, isNoted: boolean) =>
  isNoted ? came === 'came' || came === 'late' : answer === 'yes';

/** 'Ines, Rui, you and Elif (late) came.', and of whoever did not: 'Kwame couldn’t: training day.' */
export function cameWords(
  { people, isNoted, cameAndLeft }: Came,
  me: number,
): { came: string; others: string } {
  const name = ({ id, name: said, came }: PersonAtSession) =>
    `${id === me ? 'you' : apart(said)}${isNoted && came === 'late' ? ' (late)' : ''}`;
  const there = people.filter((one) => wasThere(one, isNoted)).map(name);
  const left =
    cameAndLeft === 0
      ? []
      : [cameAndLeft === 1 ? 'somebody who was here' : `${countWord(cameAndLeft)} who were here`];
  const names = listed([...there, ...left]);
  const came = isNoted ? 'came' : 'said they’d come';
  const others = people
    .filter((one) => !wasThere(one, isNoted) && (isNoted ? one.came : one.answer) !== null)
    .map((one) => {
      const why = one.answer !== 'yes' && one.word ? `: ${apart(endless(one.word))}` : '';
      const missed = isNoted || one.answer === 'no' ? 'couldn’t' : 'wasn’t sure';
      return `${capital(one.id === me ? 'you' : apart(one.name))} ${missed}${why}.`;
    });
  const none = isNoted ? 'Nobody came.' : 'Nobody had said they’d come.';
  return {
    came: names === '' ? none : `${capital(names)} ${came}.`,
    others: others.join(' '),
  };
}

const endless = (text: string) => text.replace(/[.\s]+$/, '');

/** 'Six of seven came.': how it is said where no name is to stand. */
export function cameInNumbers({ people, isNoted, cameAndLeft }: Came): string {
  const there = people.filter((one) => wasThere(one, isNoted)).length + cameAndLeft;
  const all = people.length + cameAndLeft;
  const came = isNoted ? 'came' : 'said they’d come';
  return `${capital(there === 0 ? 'none' : countWord(there))} of ${countWord(all)} ${came}.`;
}

export const reachWords: Record<TakeawayReach, string> = {
  room: 'in the room',
  circle: 'circle only',
  quotable: 'quotable, unnamed',
};

/** 'Two takeaways stayed in the room.' */
export const inRoomWords = (n: number) =>
  `${capital(countWord(n))} ${plural(n, 'takeaway', 'takeaways')} stayed in the room.`;

/** What a form of the close is refused with. */
export const noRecordYet =
  'This session has not begun, or it is off: there is nothing to close yet. Your text is kept here.';

export const takeTheLearning = 'Take the learning with you, not the names.';

export const offNoMinutes =
  'This session is off, so nothing is written down. Your text is kept here.';

/** 'Three questions are brought.' */
export const broughtWords = (n: number) =>
  n === 0
    ? 'Nobody has brought one yet.'
    : `${capital(countWord(n))} ${plural(n, 'question is', 'questions are')} brought.`;
