import type { Speaks } from '#app/mentoring/conversations/rules/script.ts';

const LEFT = 'M13 15C5 14 1 8 2 1C9 2 13 7 13 15Z';
const RIGHT = 'M15 15C23 14 27 8 26 1C19 2 15 7 15 15Z';

interface TwoLeavesProps {
  speaks: Speaks;
  /** which of the two the viewer is: their own leaf is the left one */
  side: 'asker' | 'helper';
}

/** Who speaks, as two leaves: filled who does. Decoration: the words stand beside it. */
export function TwoLeaves({ speaks, side }: TwoLeavesProps) {
  const me = speaks === 'both' || speaks === side;
  const other = speaks === 'both' || speaks !== side;
  return (
    <svg className="two-leaves" viewBox="0 0 28 16" aria-hidden="true">
      <path d={LEFT} className={me ? 'speaks' : 'listens'} />
      <path d={RIGHT} className={other ? 'speaks' : 'listens'} />
    </svg>
  );
}
