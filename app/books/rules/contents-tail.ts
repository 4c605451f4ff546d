import { FRONT } from './contents-words.ts';

/** What a line of a table of contents ends in. */
export interface Tail {
  /** the line without its page and without what leads up to it */
  head: string;
  page: number | null;
  /** a page of the front matter, such as 'ix': known to be a page, but before page 1 */
  roman: boolean;
  /** set off by a tab, several spaces or a leader. A page after one space may be part of a title */
  strong: boolean;
}

const LEADERS = new Set('.…⋯·•‥・．_＿-–—─|,:：'.split(''));
const DOTS = /[…⋯‥]/;
const SPACES = /\s/;
const ROMAN = /^(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const NUMBERED_WORD =
  /^(?:chapter|chap\.?|ch\.?|part|section|book|volume|unit|appendix|lesson|week|day|kapitel|teil|band|chapitre|partie|cap[íi]tulo|parte|глава|часть)$/iu;
/** Longer than a page, a range of them and the brackets around it. */
const LONGEST = 40;

const NUMBER = '\\d{1,5}|[ivxlc]{1,8}';
const RANGE = `(${NUMBER})(?:\\s?[–—‒‐-]\\s?(?:${NUMBER}))?`;
const PAGE_WORD = '(?:pp?|pages?|seiten?|s|p[áa]g(?:ina)?s?|стр|с)\\.?';
const IN_BRACKETS = new RegExp(`[([（]\\s*(${PAGE_WORD}\\s*)?${RANGE}\\s*[)\\]）]$`, 'iu');
const AT_THE_END = new RegExp(`(?<![\\p{L}\\p{N}])${RANGE}\\s?(?:页|頁|ページ|쪽)?$`, 'iu');
const SPOKEN = new RegExp(`[\\s,]*(?<!\\p{L})${PAGE_WORD}$`, 'iu');

export const isRoman = (text: string) => ROMAN.test(text.toLowerCase());

/** Splits a trailing page, or the first of a range, off a line. Looks at the line's end alone. */
export function tailOf(line: string): Tail {
  const none: Tail = { head: line, page: null, roman: false, strong: false };
  const end = line.slice(-LONGEST);
  const bracketed = IN_BRACKETS.exec(end);
  const found = bracketed ?? AT_THE_END.exec(end);
  const token = (bracketed ? bracketed[2] : found?.[1]) ?? '';
  if (!found || token === '') return none;
  const before = line.slice(0, line.length - end.length + found.index);
  const head = withoutLeader(before);
  const gap = before.slice(head.length);
  if (head === '' || (gap === '' && !bracketed)) return none;
  // 'Catch-22' is a title.
  if (gap.length === 1 && !SPACES.test(gap) && !DOTS.test(gap)) return none;
  const isSetOff = gap.includes('\t') || DOTS.test(gap) || gap.length > 2;
  const strong = isSetOff || bracketed?.[1] !== undefined;
  const spoken = head.replace(SPOKEN, '');
  const named = { head: spoken || head, strong: strong || (spoken !== '' && spoken !== head) };
  if (/^\d/.test(token)) {
    // '4' in 'Chapter 4' or 'Part 2' is its number.
    if (!named.strong && NUMBERED_WORD.test(named.head)) return none;
    return Number(token) > 0 ? { ...named, page: Number(token), roman: false } : none;
  }
  if (!isRoman(token)) return none;
  const fits = named.strong || (token === token.toLowerCase() && FRONT.test(named.head));
  return fits ? { ...named, page: null, roman: true } : none;
}

function withoutLeader(text: string): string {
  let end = text.length;
  while (end > 0 && (LEADERS.has(text[end - 1] ?? '') || SPACES.test(text[end - 1] ?? ''))) end--;
  return text.slice(0, end);
}
