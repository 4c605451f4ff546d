import { doable, isReadable, matters, sentencesOf, soon, timeIn, tooMuch } from './reading.ts';

/**
 * Five quiet questions about an ask. They count nothing and hold nothing back: each says what it
 * found, in the asker's own words, or that it found nothing, or that it cannot tell.
 */
export type CheckName = 'specific' | 'matters' | 'doable' | 'realistic' | 'by-when';

export interface Check {
  of: CheckName;
  /** 'in': found; 'not-in': not found; 'unsure': in a language it does not read; others: found amiss */
  state: 'in' | 'not-in' | 'unsure' | 'many' | 'much' | 'past';
  /** words of the ask; '' where none are shown */
  found: string;
}

export interface AskText {
  title: string;
  body: string;
  /** YYYY-MM-DD */
  neededBy: string | null;
}

/** @param today the day it is for the asker, YYYY-MM-DD */
export function checksOf({ title, body, neededBy }: AskText, today: string): Check[] {
  const sentences = [title, ...sentencesOf(body)].filter(Boolean);
  const text = sentences.join('\n');
  const blank: Check['state'] = isReadable(text) ? 'not-in' : 'unsure';
  const found = (of: CheckName, words: string | null): Check =>
    words === null ? { of, state: blank, found: '' } : { of, state: 'in', found: words };
  return [
    specific(sentences, title, blank),
    found('matters', sentences.find(matters) ?? null),
    found('doable', doable(text)),
    realistic(text, blank),
    byWhen(text, neededBy, today, blank),
  ];
}

const MOST_QUESTIONS = 3;
const QUESTION = /[?？؟;;՞]\s*$|？|؟/u;

function specific(sentences: string[], title: string, blank: Check['state']): Check {
  const questions = [...new Set(sentences.filter((one) => QUESTION.test(one)))];
  const of = 'specific';
  if (questions.length > MOST_QUESTIONS) return { of, state: 'many', found: '' };
  // A question of two or three words could be anybody's.
  const [asked] = questions.filter((one) => wordsIn(one) >= 5);
  if (asked) return { of, state: 'in', found: asked };
  const exact = sentences.find(isExact);
  if (exact) return { of, state: 'in', found: exact };
  const unsure = blank === 'unsure' && title !== '';
  return { of, state: unsure ? 'unsure' : 'not-in', found: '' };
}

const isExact = (sentence: string) =>
  (wordsIn(sentence) >= 4 && EXACT.test(sentence)) ||
  (wordsIn(sentence) >= 7 && doable(sentence) !== null);

/** A number, or words in quotation marks: somebody speaks of one thing. */
const EXACT = /\p{N}|[“"«„「『][^”"»“」』]{3,}[”"»“」』]/u;

function realistic(text: string, blank: Check['state']): Check {
  const of = 'realistic';
  const much = tooMuch(text);
  if (much) return { of, state: 'much', found: much };
  const time = timeIn(text);
  return time ? { of, state: 'in', found: time } : { of, state: blank, found: '' };
}

function byWhen(
  text: string,
  neededBy: string | null,
  today: string,
  blank: Check['state'],
): Check {
  const of = 'by-when';
  if (neededBy) return { of, state: neededBy < today ? 'past' : 'in', found: neededBy };
  const said = soon(text);
  return said ? { of, state: 'in', found: said } : { of, state: blank, found: '' };
}

const wordsIn = (text: string) => {
  const spaced = text.split(/\s+/).filter(Boolean).length;
  // Scripts without spaces: two signs are about a word.
  const dense = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  );
  return Math.max(spaced, Math.floor((dense?.length ?? 0) / 2));
};
