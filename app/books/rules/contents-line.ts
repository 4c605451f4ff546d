import type { SectionKind } from './section-name.ts';

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

const LEADERS = new Set('.…·•‥_-–—|,:'.split(''));
const SPACES = /\s/;
const ROMAN = /^(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const FRONT_WORDS = /^(?:preface|foreword|prologue|introduction|dedication|acknowledge?ments?)$/i;
const NUMBERED_WORD =
  /^(?:chapter|chap\.?|ch\.?|part|section|book|volume|unit|appendix|lesson|week|day)$/i;

const isRoman = (text: string) => ROMAN.test(text.toLowerCase());

/** Splits a trailing page number off a line. Scans from the end: linear in the line's length. */
export function tailOf(line: string): Tail {
  const none: Tail = { head: line, page: null, roman: false, strong: false };
  const token = /(?:\d{1,5}|[ivxlc]{1,8})$/i.exec(line.slice(-9))?.[0];
  if (!token) return none;
  const before = line.slice(0, line.length - token.length);
  const head = withoutLeader(before);
  const gap = before.slice(head.length);
  if (gap === '' || head === '') return none;
  // 'Catch-22' is a title.
  if (gap.length === 1 && !/[\s…‥]/.test(gap)) return none;
  const strong = gap.includes('\t') || gap.includes('…') || gap.includes('‥') || gap.length > 2;
  const spoken = head.replace(/[\s,]*\b(?:pp?\.?|page)$/i, '');
  const named = { head: spoken || head, strong: strong || spoken !== head };
  if (/^\d/.test(token)) {
    // '4' in 'Chapter 4' or 'Part 2' is its number.
    if (!named.strong && NUMBERED_WORD.test(named.head)) return none;
    return Number(token) > 0 ? { ...named, page: Number(token), roman: false } : none;
  }
  if (!isRoman(token)) return none;
  const fits = named.strong || (token === token.toLowerCase() && FRONT_WORDS.test(named.head));
  return fits ? { ...named, page: null, roman: true } : none;
}

function withoutLeader(text: string): string {
  let end = text.length;
  while (end > 0 && (LEADERS.has(text[end - 1] ?? '') || SPACES.test(text[end - 1] ?? ''))) end--;
  return text.slice(0, end);
}

export interface Heading {
  kind: SectionKind;
  label: string;
  title: string;
}

const WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|' +
  'sixteen|seventeen|eighteen|nineteen|twenty';
const NUMBER = `\\d{1,3}|[ivxl]{1,7}|[a-h]|${WORDS}`;
const NAMED = new RegExp(
  `^(chapter|chap\\.?|ch\\.?|part|book|volume|appendix)\\s+(${NUMBER})(?![\\p{L}\\p{N}])` +
    '([\\s.:)–—-]*)(.*)$',
  'iu',
);
const POINTED =
  /^(\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,7})(?:[.):]+(?!\d)\s*|\t\s*|\s+[–—-]\s+)(\S.*)$/;
const NESTED = /^(\d{1,3}(?:\.\d{1,3}){1,3})\s+(\S.*)$/;
const BARE = /^(\d{1,3})\s+(\S.*)$/;
const FRONT =
  /^(?:preface|foreword|prologue|dedication|introduction|acknowledge?ments?|about this|how to (?:use|read)|(?:a|an) note|praise|epigraph|list of)\b/i;
const BACK =
  /^(?:afterword|bibliography|(?:end)?notes$|index\b|glossary|references|resources|further reading|recommended reading|acknowledge?ments?|about the|credits|colophon|sources)/i;

/**
 * Reads a section's kind, number and title out of a line without its page.
 * @param seen the number of the last numbered chapter above, 0 when none
 */
export function headingOf(head: string, seen: number): Heading {
  const text = head.trim();
  const named = NAMED.exec(text);
  if (named?.[1] && named[2] && isNumbering(named[1], named[2], named[3] ?? '', named[4] ?? '')) {
    const kind = kindOfWord(named[1]);
    const word = capital(named[1].replace(/^ch(?:ap)?\.?$/i, 'chapter'));
    const label = tidyLabel(named[2]);
    const title = (named[4] ?? '').trim();
    if (kind === 'back') {
      const whole = `${word} ${label}`;
      return { kind, label: '', title: title ? `${whole}: ${title}` : whole };
    }
    return { kind, label, title: title || `${word} ${label}` };
  }
  const pointed = POINTED.exec(text) ?? NESTED.exec(text);
  if (pointed?.[1] && pointed[2] && (/^\d/.test(pointed[1]) || isRoman(pointed[1]))) {
    return { kind: 'chapter', label: pointed[1], title: pointed[2].trim() };
  }
  const bare = BARE.exec(text);
  // Without a point the number may belong to the title ('12 rules'): it must come next, or nearly.
  const ahead = Number(bare?.[1]) - seen;
  if (bare?.[1] && bare[2] && (ahead === 1 || (seen > 0 && ahead === 2))) {
    return { kind: 'chapter', label: bare[1], title: bare[2].trim() };
  }
  if (seen === 0 && FRONT.test(text)) return { kind: 'front', label: '', title: text };
  if (seen > 0 && BACK.test(text)) return { kind: 'back', label: '', title: text };
  if (/^appendi(?:x|ces)\b/i.test(text)) return { kind: 'back', label: '', title: text };
  return { kind: 'chapter', label: '', title: text };
}

/** 'Book a trip' and 'Volume one is full' are titles; 'Book One: Rain' and 'Part A' are numbered. */
function isNumbering(word: string, label: string, gap: string, rest: string): boolean {
  if (/^[a-h]$/.test(label) && !isRoman(label)) return false;
  return !/^(?:book|volume)$/i.test(word) || rest === '' || /[.:)–—\t-]/.test(gap);
}

function kindOfWord(word: string): SectionKind {
  if (/^(?:part|book|volume)$/i.test(word)) return 'part';
  return /^appendix$/i.test(word) ? 'back' : 'chapter';
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

function tidyLabel(label: string): string {
  if (/^\d+$/.test(label)) return label;
  return label.length === 1 || isRoman(label) ? label.toUpperCase() : capital(label);
}
