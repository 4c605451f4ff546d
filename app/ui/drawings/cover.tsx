import { apart } from '#app/ui/apart.ts';
import { drawn } from './drawn.ts';
import { hashOf } from './hash.ts';

/** How many bookcloth colours drawings.css has. */
const CLOTHS = 12;

const layouts = ['plain', 'rule', 'band', 'frame'] as const;

/** How a book is bound: always the same for a title. */
export function bindingOf(title: string) {
  const hash = hashOf(title.trim().toLowerCase());
  return {
    cloth: (hash % CLOTHS) + 1,
    layout: layouts[(hash >>> 8) % layouts.length] ?? 'plain',
  };
}

export interface CoverProps {
  title: string;
  author: string;
  size?: 'small' | 'normal' | 'large';
}

const widths = new Map<string, number>();
for (const letter of 'ABCDEFGHIJKLNOPQRSTUVXYZ') widths.set(letter, 0.72);
for (const letter of 'mwMW') widths.set(letter, 0.93);
for (const letter of 'fijlrt.,’!') widths.set(letter, 0.4);

/** Roughly how wide a word is set in Literata, in ems. */
function widthOf(word: string): number {
  let ems = 0;
  for (const letter of word) ems += widths.get(letter) ?? 0.6;
  return ems;
}

/** The title without its subtitle, and how much smaller it is set so that no word breaks. */
export function fitted(title: string, ems = 5.5): { words: string; scale: number } {
  const main = title.split(/:\s|\s[–—]\s/)[0] ?? title;
  const words = main.length > 60 ? `${main.slice(0, 57).trimEnd()}…` : main;
  const widest = Math.max(...words.split(/[\s-]+/).map(widthOf));
  const byLength = words.length > 34 ? 0.82 : 1;
  return {
    words,
    scale: Math.round(100 * Math.max(0.55, Math.min(1, ems / widest, byLength))) / 100,
  };
}

/** A typographic book cover. Drawn here, so that no picture is ever fetched. */
export function Cover({ title, author, size = 'normal' }: CoverProps) {
  const { cloth, layout } = bindingOf(title);
  const room = size === 'small' ? 4.3 : layout === 'frame' ? 4.9 : undefined;
  const { words, scale } = fitted(title, room);
  const surname =
    author
      .split(/,| and | & /)[0]
      ?.trim()
      .split(/\s+/)
      .at(-1) ?? author;
  return (
    <div
      className={`cover cover-${size} cover-${layout} cover-cloth-${cloth} ${drawn(scale * 100)}`}
      role="img"
      aria-label={author ? `${apart(title)}, by ${apart(author)}` : title}
    >
      <span aria-hidden="true">{words}</span>
      <small aria-hidden="true">{size === 'large' ? author : surname}</small>
    </div>
  );
}
