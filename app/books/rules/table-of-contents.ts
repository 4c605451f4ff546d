import { type Heading, headingOf } from './contents-heading.ts';
import { type Tail, tailOf } from './contents-tail.ts';
import { linesOf, readable } from './contents-text.ts';
import { BACK, FRONT, HEADINGS } from './contents-words.ts';
import { type Paged, withEndPages } from './pages.ts';

export type ContentsSection = Heading & Paged;

export interface ContentsLine {
  /** counted from 1 in what was pasted, empty lines included */
  line: number;
  /** as pasted, without what nobody sees of it */
  text: string;
}

export type ContentsEntry = ContentsLine &
  ({ section: ContentsSection; reason?: undefined } | { section?: undefined; reason: string });

export const MOST_SECTIONS = 400;
const LONGEST_TITLE = 300;

interface Read extends ContentsLine {
  tail: Tail;
  reason?: string;
}

/**
 * Reads a pasted table of contents. Every line that is not empty becomes one entry, in order: a
 * section, or the reason why it could not be read. A section ends on the page before the next one.
 * @param lastPage where the last section ends, when known
 */
export function parseTableOfContents(text: string, lastPage: number | null = null) {
  const typed = linesOf(text)
    .map((raw, index) => ({ line: index + 1, text: raw }))
    .filter(({ text }) => text !== '');
  const lines = withPagesBelow(typed).map(read);
  const paged = judgePages(lines);
  const entries: ContentsEntry[] = [];
  let seen = 0;
  let sections = 0;
  for (const line of lines) {
    const entry = entryOf(line, paged, seen, sections);
    entries.push(entry);
    if (!entry.section) continue;
    sections++;
    const { kind, label } = entry.section;
    if (kind === 'chapter' && label) seen = Number.parseInt(label, 10) || seen + 1;
  }
  const ended = withEndPages(
    entries.flatMap((entry) => (entry.section ? [entry.section] : [])),
    lastPage,
  );
  let next = 0;
  return entries.map((entry): ContentsEntry => {
    const section = entry.section && ended[next++];
    return section ? { line: entry.line, text: entry.text, section } : entry;
  });
}

/** Copied out of a PDF, a page may stand on the line below its title: two such lines are one. */
function withPagesBelow(lines: ContentsLine[]): ContentsLine[] {
  const isPage = ({ text = '' }: Partial<ContentsLine> = {}) => /^\d{1,4}$/.test(readable(text));
  const isTitle = ({ text }: ContentsLine) =>
    /\p{L}/u.test(text) && !HEADINGS.test(text) && tailOf(readable(text)).page === null;
  const isPair = (line: ContentsLine, at: number) => isTitle(line) && isPage(lines[at + 1]);
  if (lines.filter(isPair).length < 2) return lines;
  return lines.flatMap((line, at) => {
    const [above, below] = [lines[at - 1], lines[at + 1]];
    if (above && isPage(line) && isPair(above, at - 1)) return [];
    return isPair(line, at) ? [{ ...line, text: `${line.text}\t${below?.text ?? ''}` }] : [line];
  });
}

function read({ line, text }: ContentsLine): Read {
  const known = { line, text, tail: tailOf(readable(text)) };
  if (text.length > LONGEST_TITLE) {
    return { ...known, reason: 'This line is too long for a title: at most 300 characters.' };
  }
  if (!/\p{L}/u.test(known.tail.head)) {
    // '1984 … 12' is a title with a page, '41' alone is neither.
    const title = known.tail.strong && /\p{N}/u.test(known.tail.head);
    if (!title) return { ...known, reason: 'There is no title on this line.' };
  }
  if (known.tail.page === null && HEADINGS.test(known.tail.head)) {
    return { ...known, reason: 'This looks like the heading of the list, not a section.' };
  }
  return known;
}

/**
 * Decides which trailing numbers are pages: those of the longest run that never goes back. A number
 * after a single space counts only in a list whose lines mostly end in one, and returns to its
 * title when it does not fit; a page that was clearly set off and does not fit is reported.
 * @returns whether most lines have a page, so that a line without one is worth a question
 */
function judgePages(lines: Read[]): boolean {
  const sound = lines.filter((line) => !line.reason);
  const ending = sound.filter(({ tail }) => tail.page !== null || tail.roman).length;
  // A cover has no page to tell, whatever the other lines do.
  const silent = sound.filter(
    ({ tail }) => tail.page === null && !tail.roman && isMatter(tail.head),
  ).length;
  const mostly = ending * 2 > sound.length - silent && ending > 1;
  for (const line of sound) {
    if (line.tail.page !== null && !line.tail.strong && !mostly) line.tail = withoutPage(line);
  }
  const candidates = sound.filter(({ tail }) => tail.page !== null);
  const kept = new Set(longestRun(candidates.slice(0, MOST_SECTIONS * 3)));
  let above = 0;
  for (const line of candidates) {
    const page = line.tail.page ?? 0;
    if (kept.has(line)) above = page;
    else if (!line.tail.strong) line.tail = withoutPage(line);
    else if (page < above) {
      line.reason = `Page ${page} comes before page ${above}, where a line above it begins.`;
    } else line.reason = `Page ${page} comes after the page where the lines below it begin.`;
  }
  return mostly;
}

const isMatter = (head: string) => FRONT.test(head) || BACK.test(head);

const withoutPage = ({ text }: Read): Tail => ({
  head: readable(text),
  page: null,
  roman: false,
  strong: false,
});

/** The heaviest sequence of lines whose pages never go back; a page set off clearly weighs more. */
function longestRun(lines: Read[]): Read[] {
  const best: { weight: number; from: number }[] = [];
  lines.forEach(({ tail }, index) => {
    const own = tail.strong ? 2 : 1;
    let choice = { weight: own, from: -1 };
    for (let before = 0; before < index; before++) {
      const weight = (best[before]?.weight ?? 0) + own;
      const fits = (lines[before]?.tail.page ?? 0) <= (tail.page ?? 0);
      if (fits && weight > choice.weight) choice = { weight, from: before };
    }
    best.push(choice);
  });
  let at = best.reduce(
    (top, { weight }, index) => (weight > (best[top]?.weight ?? 0) ? index : top),
    0,
  );
  const run: Read[] = [];
  while (at >= 0) {
    const line = lines[at];
    if (!line) break;
    run.push(line);
    at = best[at]?.from ?? -1;
  }
  return run.reverse();
}

function entryOf(line: Read, paged: boolean, seen: number, sections: number): ContentsEntry {
  const { text } = line;
  const at = { line: line.line, text };
  if (line.reason) return { ...at, reason: line.reason };
  if (sections >= MOST_SECTIONS) {
    return { ...at, reason: `A book holds up to ${MOST_SECTIONS} sections here.` };
  }
  const { page, roman, head } = line.tail;
  const heading = headingOf(clean(head), seen);
  const plain = heading.kind === 'chapter' && heading.label === '';
  if (paged && page === null && !roman && heading.kind === 'chapter') {
    return {
      ...at,
      reason: 'Other lines end in a page and this one does not. Is it half of the next line?',
    };
  }
  const kind = roman && plain ? 'front' : heading.kind;
  const title = heading.title.replace(/\t/g, ' ').replace(/[\s.…·_]{3,}$/, '');
  return { ...at, section: { ...heading, title, kind, startPage: page, endPage: null } };
}

/** One line of plain text: control characters and runs of white space become one space. */
function clean(text: string): string {
  // A tab after a number sets the number off: keep it for the heading.
  return text
    .replace(/(?:(?![\u200c\u200d])[\p{Cc}\p{Cf}\s])+/gu, (gap) =>
      gap.includes('\t') ? '\t' : ' ',
    )
    .trim();
}
