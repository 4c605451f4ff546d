import { drawn } from './drawn.ts';
import { hashOf } from './hash.ts';

/** 'NK' of 'Noor Karim (she)'; one letter when there is one name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const spoken = words.filter((word) => /^[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  const names = spoken.length > 0 ? spoken : words;
  const first = Array.from(names[0] ?? '')[0] ?? '?';
  const last = names.length > 1 ? (Array.from(names.at(-1) ?? '')[0] ?? '') : '';
  return (first + last).toLocaleUpperCase('en');
}

/** Hues that are told apart side by side; none near the scribe's red. In app.css, too. */
const hues = [32, 48, 85, 140, 168, 190, 212, 238, 266, 296, 326];

/** A hue in degrees, always the same for a name. */
export function hueOf(name: string): number {
  return hues[hashOf(name.trim().toLowerCase()) % hues.length] ?? 212;
}

export interface PersonMarkProps {
  name: string;
  /** the address of their picture; without one their initials stand there */
  picture?: string | null;
  size?: 'small' | 'normal' | 'large' | 'huge';
}

/** A person's picture, or their initials on their own tint. Decoration: the name stands beside it. */
export function PersonMark({ name, picture, size = 'normal' }: PersonMarkProps) {
  return (
    <span className={`who who-${size} ${drawn(hueOf(name))}`} aria-hidden="true">
      {picture ? <img src={picture} alt="" loading="lazy" /> : initialsOf(name)}
    </span>
  );
}
