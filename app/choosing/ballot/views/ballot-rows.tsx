import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type BallotRow, dropped, moved, ranked } from '#app/choosing/ballot/rules/ballot-draft.ts';
import type { ChoiceView } from '#app/choosing/queries/choice-view.ts';
import { isNewSince, ordinalNumber } from '#app/choosing/views/open-choice-view.tsx';
import { apart } from '#app/ui/apart.ts';
import { Cover } from '#app/ui/drawings/cover.tsx';
import { Hidden } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { useDragged } from '#app/ui/forms/use-dragged.ts';
import { BALLOT_ROWS, BallotStep, PlaceSelect } from './ballot-place.tsx';

interface BallotRowsProps {
  choice: Pick<ChoiceView, 'proposals' | 'mine'>;
  rows: BallotRow[];
  reply: FormReply | undefined;
}

/**
 * The books with a place to choose for each, and buttons that move one up or down. Without scripts
 * both post; with them the list keeps itself in order, and a book can be dragged.
 */
export function BallotRows({ choice, rows: given, reply }: BallotRowsProps) {
  const [shown, setShown] = useState({ reply, rows: given });
  let { rows } = shown;
  // What came back from the server is the form now.
  if (shown.reply !== reply) {
    rows = given;
    setShown({ reply, rows });
  }
  // Books that came or went since this was drawn.
  const byId = new Map(choice.proposals.map((proposal) => [String(proposal.id), proposal]));
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const change = (proposal: string, to: BallotRow[], focus?: HTMLElement) => {
    const rank = to.find((row) => row.proposal === proposal)?.rank;
    flushSync(() => {
      setShown({ reply, rows: to });
      const title = byId.get(proposal)?.title;
      setSaid(
        rank
          ? `${apart(title ?? '')} is your ${ordinalNumber(Number(rank))}.`
          : `${apart(title ?? '')} is not ranked.`,
      );
    });
    // Moving a row in the page takes the focus from what is in it.
    focus?.focus();
  };
  const drag = useDragged(list, (index, place) => {
    const row = rows[index];
    if (row) change(row.proposal, dropped(rows, row.proposal, place));
  });
  const count = rows.filter(({ rank }) => rank !== '').length;
  return (
    <>
      <ol
        id={BALLOT_ROWS}
        ref={list}
        className="ballot"
        data-dragging={drag.held !== null || undefined}
      >
        {rows.map((row, index) => {
          const proposal = byId.get(row.proposal);
          if (!proposal) return null;
          const at = Number(row.rank);
          return (
            <li
              key={row.proposal}
              data-ranked={row.rank !== '' || undefined}
              data-held={drag.held === index || undefined}
              data-before={drag.place === index || undefined}
              data-after={
                drag.place === rows.length && index === rows.length - 1 ? true : undefined
              }
              style={drag.styleOf(index)}
            >
              <Hidden name={`ranks[${index}].proposal`} value={row.proposal} />
              <div className="ballot-book">
                {drag.isReady && (
                  <span className="ballot-grip" aria-hidden="true" {...drag.gripOf(index)} />
                )}
                <Cover title={proposal.title} author={proposal.author} size="small" />
                <p>
                  <span className="font-serif font-medium">{proposal.title}</span>{' '}
                  {isNewSince(choice.mine, proposal) && (
                    <span className="new">New since you ranked</span>
                  )}
                  {proposal.author && (
                    <span className="block text-sm text-ink-2">{proposal.author}</span>
                  )}
                </p>
              </div>
              <div className="ballot-place">
                <PlaceSelect
                  index={index}
                  row={row}
                  proposal={proposal}
                  count={rows.length}
                  isTouched={shown.rows !== given}
                  onPlace={(place, select) =>
                    change(row.proposal, ranked(rows, row.proposal, place), select)
                  }
                />
                <BallotStep
                  verb="up"
                  row={row}
                  of={proposal.title}
                  off={at === 1}
                  onPress={(button) => change(row.proposal, moved(rows, row.proposal, -1), button)}
                />
                <BallotStep
                  verb="down"
                  row={row}
                  of={proposal.title}
                  off={row.rank === '' || at === count}
                  onPress={(button) => change(row.proposal, moved(rows, row.proposal, 1), button)}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
    </>
  );
}
