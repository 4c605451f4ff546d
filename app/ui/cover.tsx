import type { CSSProperties } from 'react';
import { hashOf } from './hash.ts';

/** Bookcloth colours on which white text keeps at least 4.5:1. */
export const coverColours = [
  '#2f5d7c',
  '#4a3b5c',
  '#7a3b2e',
  '#2d5f4f',
  '#6b4a1f',
  '#3d4a6b',
  '#7b2f4b',
  '#4f5a2a',
  '#1f5a63',
  '#5c4033',
  '#3a3f47',
  '#65366b',
] as const;

const layouts = ['plain', 'rule', 'band', 'frame'] as const;

/** How a book is bound: always the same for a title. */
export function bindingOf(title: string) {
  const hash = hashOf(title.trim().toLowerCase());
  return {
    colour: coverColours[hash % coverColours.length] ?? coverColours[0],
    layout: layouts[(hash >>> 8) % layouts.length] ?? 'plain',
  };
}

export interface CoverProps {
  title: string;
  author: string;
  size?: 'small' | 'normal' | 'large';
}

/** The words that fit: longer titles are set smaller, and cut at a subtitle. */
function fit(title: string): { words: string; length: 'short' | 'medium' | 'long' } {
  const main = title.split(/:\s|\s[–—]\s/)[0] ?? title;
  const words = main.length > 60 ? `${main.slice(0, 57).trimEnd()}…` : main;
  const longest = Math.max(...words.split(/\s+/).map((word) => word.length));
  if (words.length > 34 || longest > 11) return { words, length: 'long' };
  return { words, length: words.length > 18 || longest > 8 ? 'medium' : 'short' };
}

/** A typographic book cover. Drawn here, so that no picture is ever fetched. */
export function Cover({ title, author, size = 'normal' }: CoverProps) {
  const { colour, layout } = bindingOf(title);
  const { words, length } = fit(title);
  const surname =
    author
      .split(/,| and | & /)[0]
      ?.trim()
      .split(/\s+/)
      .at(-1) ?? author;
  return (
    <div
      className={`cover cover-${size} cover-${layout} cover-${length}`}
      style={{ '--cover': colour } as CSSProperties}
      role="img"
      aria-label={author ? `${title}, by ${author}` : title}
    >
      <span aria-hidden="true">{words}</span>
      <small aria-hidden="true">{size === 'large' ? author : surname}</small>
    </div>
  );
}
