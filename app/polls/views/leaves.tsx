import type { PollAnswer } from '#app/polls/rules/poll.ts';

/** How somebody answered, as a leaf is drawn: `mine` waits for the viewer. */
export type Leaf = PollAnswer | 'silent' | 'mine';

const LOOK: Record<Leaf, string> = {
  yes: 'leaf-yes',
  if_need_be: 'leaf-half',
  no: 'leaf-no',
  silent: 'leaf-silent',
  mine: 'leaf-mine',
};

const stem = 'M0-4.4V-11';
const whole = (w: number) => `M0-3.2C${w}-5.6 ${w}-10.4 0-13.4C-${w}-10.4-${w}-5.6 0-3.2Z`;
/** the half of a leaf that is next to the centre */
const half = (w: number) =>
  `M0-3.2C${w * 0.62}-4.7 ${w * 0.86}-6.6 ${w * 0.75}-8.3H-${w * 0.75}C-${w * 0.86}-6.6-${w * 0.62}-4.7 0-3.2Z`;

function drawnLeaf(leaf: Leaf, width: number, turn: number): string {
  const at = turn ? ` transform="rotate(${turn})"` : '';
  const path = (d: string, look: string) => `<path d="${d}"${at} class="${look}"/>`;
  if (leaf === 'no') return path(stem, LOOK.no);
  const outline = path(whole(width), LOOK[leaf]);
  return leaf === 'if_need_be' ? outline + path(half(width), 'leaf-yes') : outline;
}

/** One leaf a person, always in the same place. The words stand beside it. */
export function Flower({ leaves, big }: { leaves: readonly Leaf[]; big?: boolean }) {
  const width = +(3.1 * Math.min(1.25, 8 / Math.max(leaves.length, 1))).toFixed(2);
  const html = leaves
    .map((leaf, at) => drawnLeaf(leaf, width, +((at * 360) / leaves.length).toFixed(1)))
    .join('');
  return (
    <svg
      className={`poll-leaves${big ? ' poll-leaves-big' : ''}`}
      viewBox="-15 -15 30 30"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** One person’s leaf. */
export function OneLeaf({ leaf }: { leaf: Leaf }) {
  return (
    <svg
      className="poll-leaf"
      viewBox="-4.5 -14 9 11.5"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: drawnLeaf(leaf, 3.1, 0) }}
    />
  );
}

const KEY: readonly [Leaf, string][] = [
  ['yes', 'can'],
  ['if_need_be', 'if need be'],
  ['no', 'can’t'],
  ['silent', 'hasn’t said'],
  ['mine', 'waits for you'],
];

/** What each leaf means. */
export function LeafKey() {
  return (
    <p className="poll-key" aria-hidden="true">
      {KEY.map(([leaf, words]) => (
        <span key={leaf}>
          <OneLeaf leaf={leaf} /> {words}
        </span>
      ))}
    </p>
  );
}
