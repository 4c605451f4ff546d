import { nameOfMonth } from '#app/time/words.ts';
import { capital, countWord } from '#app/ui/words.ts';
import type { Deed, Month } from './rules/months.ts';
import type { InSeason, SeasonQuestion } from './rules/season-question.ts';

const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${countWord(n)} times`);

/** 'September', 'September 2025' of another year than the last month's. */
export const monthWords = (month: string, last: string) =>
  month.slice(0, 4) === last.slice(0, 4)
    ? nameOfMonth(month)
    : `${nameOfMonth(month)} ${month.slice(0, 4)}`;

const sinceWords = (months: readonly Month[]) => {
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last) return '';
  return months.length === 1 ? 'this month' : `since ${monthWords(first.month, last.month)}`;
};

/** 'September to now', 'This month': below the twig. */
export function spanWords(months: readonly Month[]): string {
  const [first] = months;
  if (!first || months.length === 1) return 'This month';
  return `${monthWords(first.month, months.at(-1)?.month ?? '')} to now`;
}

/** What the twig shows, once in words; nothing of what was not. */
export function twigWords(months: readonly Month[], { asked, helped }: Record<Deed, number>) {
  const since = sinceWords(months);
  const above = `Above the stem, what you asked for: ${times(asked)} ${since}.`;
  if (helped === 0) return above;
  if (asked === 0) return `Below the stem, where you helped: ${times(helped)} ${since}.`;
  return `${above} Below it, where you helped: ${times(helped)}.`;
}

/** The same for who does not see it: 'September to now: you asked three times and helped five times'. */
export function twigLabel(months: readonly Month[], { asked, helped }: Record<Deed, number>) {
  const done = [
    ...(asked > 0 ? [`asked ${times(asked)}`] : []),
    ...(helped > 0 ? [`helped ${times(helped)}`] : []),
  ].join(' and ');
  return `${capital(sinceWords(months))}: you ${done}`;
}

/** 'You asked three times, offered once and were thanked twice.' */
export function totalWords(months: readonly Month[], of: Record<Deed, number>): string {
  const parts = [
    ...(of.asked > 0 ? [`asked ${times(of.asked)}`] : []),
    ...(of.offered > 0 ? [`offered ${times(of.offered)}`] : []),
    ...(of.helped > 0 ? [`helped ${times(of.helped)}`] : []),
    ...(of.thanked > 0 ? [`were thanked ${times(of.thanked)}`] : []),
  ];
  const last = parts.pop() ?? '';
  const done = parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
  return `${capital(sinceWords(months))} you ${done}.`;
}

export const deedWords: Readonly<Record<Deed, string>> = {
  asked: 'Asked',
  offered: 'Offered',
  helped: 'Helped',
  thanked: 'Thanked',
};

/** Somebody who is in none of the reader’s circles any more. */
export const SOMEBODY = 'Somebody who was here';

/** What is asked at the end of a season, by what was the case. */
export const questionWords = (question: SeasonQuestion, { asked, helped }: InSeason) =>
  question === 'what-not-asked'
    ? {
        was: `You helped ${times(helped)} this season and asked for nothing.`,
        question: 'What are you not asking?',
        label: 'In one line, what would help you?',
        act: 'Begin an ask with it',
      }
    : {
        was: `You asked ${times(asked)} this season.`,
        question: 'What small thing could you offer?',
        label: 'What could somebody ask you about?',
        act: 'Add it to “Ask me about”',
      };

export const NO_ROOM =
  '“Ask me about” is full with this. Make it shorter, or make room in your account.';
export const DRAFTS_FULL =
  'You keep as many drafts as there may be. Send or discard one first; your words are still here.';
