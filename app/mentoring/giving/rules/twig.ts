import type { Month } from './months.ts';

/** A twig as SVG paths, in a box of 300 by 84. */
export interface Twig {
  stem: string;
  leaves: string;
}

const WIDTH = 300;

const EDGE = 8;
/** So many leaves stand on one side at most; the words say how many there were. */
const MOST_LEAVES = 30;
// A month with many grows them this far apart at most.
const APART = 11;

const said = (n: number) => n.toFixed(1);

/** How high the stem is at a place: it sways. */
const stemAt = (x: number) => 42 - 5 * Math.sin(((x - 90) / WIDTH) * Math.PI * 1.6);

/** One leaf, as every drawing here has it, from where it grows; the same above and below. */
function leafAt(x: number, above: boolean): string {
  const turn = above ? 0.62 : Math.PI - 0.62;
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const y = stemAt(x);
  const at = (across: number, along: number) =>
    `${said(x + across * cos - along * sin)} ${said(y + across * sin + along * cos)}`;
  const [w, foot, near, far, tip] = [5.2, -2.5, -7, -14.5, -20];
  return `M${at(0, foot)}C${at(w, near)} ${at(w, far)} ${at(0, tip)}C${at(-w, far)} ${at(-w, near)} ${at(0, foot)}Z`;
}

/** Where the leaves of one side stand: each in its month, in order, none on another. */
function places(months: readonly Month[], deed: 'asked' | 'helped'): number[] {
  const room = (WIDTH - 2 * EDGE) / months.length;
  const total = months.reduce((all, month) => all + month[deed], 0);
  const share = Math.min(1, MOST_LEAVES / Math.max(1, total));
  return months.flatMap((month, at) => {
    const count = Math.ceil(month[deed] * share);
    const apart = Math.min(APART, room / Math.max(1, count));
    const middle = EDGE + room * (at + 0.5);
    return Array.from({ length: count }, (_, n) => middle + (n - (count - 1) / 2) * apart);
  });
}

/** Draws what was asked for above the stem and where one helped below it, with the same leaf. */
export function twig(months: readonly Month[]): Twig {
  const steps = Array.from({ length: 37 }, (_, n) => 4 + n * 8);
  return {
    stem: `M${steps.map((x) => `${x} ${said(stemAt(x))}`).join('L')}`,
    leaves: [
      ...places(months, 'asked').map((x) => leafAt(x, true)),
      ...places(months, 'helped').map((x) => leafAt(x, false)),
    ].join(''),
  };
}
