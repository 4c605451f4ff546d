import {
  type LineSection,
  type SaidProgress,
  saidAnything,
  withinLine,
} from '#app/reading/progress/rules/line.ts';

/** Pure decisions about the end of a season. Views use them in the browser. */

export const TAKEAWAY_MAX = 2_000;

/** How long members have to answer, unless the facilitator says otherwise. */
export const ANSWER_DAYS = 10;
export const MOST_ANSWER_DAYS = 60;

/** A reading whose last day is longer past than this opens no wrap by itself: its moment is over. */
export const BY_ITSELF_DAYS = 7;

/** Whether a member stays for the next book. 'unsure' counts as no answer. */
export type Answer = 'staying' | 'leaving' | 'unsure';

export const isAnswer = (answer: Answer | null) => answer === 'staying' || answer === 'leaving';

export interface Answered {
  personId: number;
  answer: Answer;
}

/** How many of the members there are now have answered. */
export function answeredOf(answers: readonly Answered[], members: readonly number[]): number {
  const answered = new Set(
    answers.filter((one) => isAnswer(one.answer)).map((one) => one.personId),
  );
  return members.filter((id) => answered.has(id)).length;
}

/**
 * Whether everyone may see who stays: once every present member has answered, or at the deadline.
 * @param members those who can answer now
 */
export function listOpens(
  answers: readonly Answered[],
  members: readonly number[],
  answerBy: Date,
  now: Date,
): boolean {
  if (now >= answerBy) return true;
  return members.length > 0 && answeredOf(answers, members) === members.length;
}

/** In a circle of three or fewer, how many have answered says who. */
export const saysHowMany = (members: number) => members > 3;

/** Before the list opens anyone may say anything; after, only that they stay after all. */
export const mayAnswer = (answer: Answer, isOpen: boolean) => !isOpen || answer === 'staying';

/**
 * Whether a member is still reading: they have said how far they are, and a part of the plan lies
 * beyond it. Who has said nothing is with the circle, at the book's end.
 */
export function isStillReading(
  sections: readonly LineSection[],
  planned: readonly number[],
  said: SaidProgress,
): boolean {
  if (!saidAnything(said)) return false;
  const within = withinLine(sections, said, { due: [], planned: [] });
  return planned.some((id) => !within.has(id));
}
