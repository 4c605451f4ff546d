import { isRoman } from './contents-tail.ts';
import {
  APPENDED,
  APPENDIX_WORDS,
  BACK,
  CHAPTER_WORDS,
  FRONT,
  NUMBER_WORDS,
  ORDINALS,
  PART_WORDS,
  VOLUME_WORDS,
} from './contents-words.ts';
import type { SectionKind } from './section-name.ts';

export interface Heading {
  kind: SectionKind;
  label: string;
  title: string;
}

const NUMBER = `\\d{1,3}|[ivxl]{1,7}|[a-h]|${NUMBER_WORDS}`;
const NAMED = new RegExp(
  `^(${CHAPTER_WORDS}|${PART_WORDS}|${VOLUME_WORDS}|${APPENDIX_WORDS})\\s+(${NUMBER})` +
    '(?![\\p{L}\\p{N}])([\\s.:：),–—-]*)(.*)$',
  'iu',
);
const NTH = new RegExp(
  `^(${ORDINALS})\\s+(${PART_WORDS}|${VOLUME_WORDS})(?!\\p{L})([\\s.:：,–—-]*)(.*)$`,
  'iu',
);
const HAN =
  /^第\s*([\d一二三四五六七八九十百零〇两]{1,6})\s*(部分|[章节節回話话部篇卷编編])[\s:：、.．]*(.*)$/u;
const POINTED =
  /^(\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,7})(?:[.):：、．]+(?!\d)\s*|\t\s*|\s+[–—-]\s+)(\S.*)$/;
const NESTED = /^(\d{1,3}(?:\.\d{1,3}){1,3})\s+(\S.*)$/;
const BARE = /^(\d{1,3})\s+(\S.*)$/;
/** 'V. S. Naipaul' is a name. */
const INITIALS = /^[A-Z]\.\s*[A-Z]\.(?!\p{L})/u;

const is = (words: string) => {
  const whole = new RegExp(`^(?:${words})$`, 'iu');
  return (word: string) => whole.test(word);
};
const [isPart, isVolume, isAppendix] = [is(PART_WORDS), is(VOLUME_WORDS), is(APPENDIX_WORDS)];
const isShort = is('ch(?:ap)?\\.?');

/**
 * Reads a section's kind, number and title out of a line without its page.
 * @param seen the number of the last numbered chapter above, 0 when none
 */
export function headingOf(head: string, seen: number): Heading {
  const text = head.trim();
  const [, word = '', number = '', gap = '', rest = ''] = NAMED.exec(text) ?? [];
  if (word && isNumbering(word, number, gap, rest)) return named(word, number, rest.trim());
  const [, nth = '', part = '', , about = ''] = NTH.exec(text) ?? [];
  if (nth) return { kind: 'part', label: capital(nth), title: about || `${capital(nth)} ${part}` };
  const [, count = '', measure = '', han = ''] = HAN.exec(text) ?? [];
  if (count) {
    const kind = /[章节節回話话]/.test(measure) ? 'chapter' : 'part';
    return { kind, label: count, title: han || text };
  }
  const pointed = INITIALS.test(text) ? null : (POINTED.exec(text) ?? NESTED.exec(text));
  if (pointed?.[1] && pointed[2] && (/^\d/.test(pointed[1]) || isRoman(pointed[1]))) {
    return { kind: 'chapter', label: pointed[1], title: pointed[2].trim() };
  }
  const bare = BARE.exec(text);
  // Without a point the number may belong to the title ('12 rules'): it must come next, or nearly.
  const ahead = Number(bare?.[1]) - seen;
  if (bare?.[1] && bare[2] && (ahead === 1 || (seen > 0 && ahead === 2))) {
    return { kind: 'chapter', label: bare[1], title: bare[2].trim() };
  }
  if (APPENDED.test(text)) return { kind: 'back', label: '', title: text };
  if (seen === 0 && FRONT.test(text)) return { kind: 'front', label: '', title: text };
  if (seen > 0 && BACK.test(text)) return { kind: 'back', label: '', title: text };
  return { kind: 'chapter', label: '', title: text };
}

function named(word: string, number: string, title: string): Heading {
  const called = isShort(word) ? 'Chapter' : capital(word);
  const label = tidyLabel(number);
  const whole = `${called} ${label}`;
  if (isAppendix(word)) {
    return { kind: 'back', label: '', title: title ? `${whole}: ${title}` : whole };
  }
  const kind = isPart(word) || isVolume(word) ? 'part' : 'chapter';
  return { kind, label, title: title || whole };
}

/** 'Book a trip' and 'Volume one is full' are titles; 'Book One: Rain' and 'Part A' are numbered. */
function isNumbering(word: string, label: string, gap: string, rest: string): boolean {
  if (/^[a-h]$/.test(label) && !isRoman(label)) return false;
  return !isVolume(word) || rest === '' || /[.:：),–—\t-]/.test(gap);
}

/** 'Twenty-One', 'Première'. */
const capital = (word: string) =>
  word.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase());

function tidyLabel(label: string): string {
  if (/^\d+$/.test(label)) return label;
  return label.length === 1 || isRoman(label) ? label.toUpperCase() : capital(label);
}
