import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#app/ui/button.tsx';
import { Cover } from '#app/ui/cover.tsx';
import { Hidden } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import type { ChoiceView, ProposalView } from './choice-view.ts';
import { isNewSince, ordinal } from './open-choice-view.tsx';
import { type BallotRow, dropped, moved, ranked } from './rules/ballot-draft.ts';
import { useDragged } from './use-dragged.ts';

interface BallotRowsProps {
  choice: Pick<ChoiceView, 'proposals' | 'mine'>;
  rows: BallotRow[];
  reply: FormReply | undefined;
}

const HERE = 'ranking';

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
      setSaid(rank ? `${title} is your ${ordinal(Number(rank))}.` : `${title} is not ranked.`);
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
      <ol id={HERE} ref={list} className="ballot" data-dragging={drag.held !== null || undefined}>
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
                  errors={reply?.errors[`ranks[${index}].rank`] ?? []}
                  isTouched={shown.rows !== given}
                  onPlace={(place, select) =>
                    change(row.proposal, ranked(rows, row.proposal, place), select)
                  }
                />
                <Step
                  verb="up"
                  row={row}
                  of={proposal.title}
                  off={at === 1}
                  onPress={(button) => change(row.proposal, moved(rows, row.proposal, -1), button)}
                />
                <Step
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

interface PlaceSelectProps {
  index: number;
  row: BallotRow;
  proposal: ProposalView;
  count: number;
  errors: string[];
  /** something was moved since the form came back, so its reasons are not about this any more */
  isTouched: boolean;
  onPlace: (place: number | null, select: HTMLElement) => void;
}

function PlaceSelect(props: PlaceSelectProps) {
  const { index, row, proposal, count, errors, isTouched, onPlace } = props;
  const wrong = isTouched ? [] : errors;
  const id = `place-${proposal.id}`;
  return (
    <div className="min-w-0 flex-1 sm:flex-none">
      <span className="select sm:w-40">
        <select
          id={id}
          name={`ranks[${index}].rank`}
          className="input"
          aria-label={`Place of ${proposal.title}`}
          aria-invalid={wrong.length > 0 || undefined}
          aria-describedby={wrong.length > 0 ? `${id}-error` : undefined}
          value={row.rank}
          onChange={({ currentTarget }) =>
            onPlace(currentTarget.value === '' ? null : Number(currentTarget.value), currentTarget)
          }
        >
          <option value="">Not ranked</option>
          {Array.from({ length: count }, (_, at) => (
            <option key={at} value={at + 1}>
              {ordinal(at + 1)}
            </option>
          ))}
        </select>
        <i className="caret" />
      </span>
      {wrong.length > 0 && (
        <p className="wrong" id={`${id}-error`}>
          {wrong.join(' ')}
        </p>
      )}
    </div>
  );
}

interface StepProps {
  verb: 'up' | 'down';
  row: BallotRow;
  /** the book's title */
  of: string;
  off: boolean;
  onPress: (button: HTMLElement) => void;
}

function Step({ verb, row, of, off, onPress }: StepProps) {
  const words = verb === 'up' ? 'Move up' : 'Move down';
  return (
    <Button
      variant="quiet"
      name="step"
      value={`${verb}:${row.proposal}`}
      formNoValidate
      formAction={`#${HERE}`}
      aria-label={`${words} ${of}`}
      title={words}
      // Not `disabled`: who moved a book to the top by this button keeps their place in the page.
      aria-disabled={off || undefined}
      onClick={(event) => {
        event.preventDefault();
        if (!off) onPress(event.currentTarget);
      }}
    >
      {verb === 'up' ? '↑' : '↓'}
    </Button>
  );
}
