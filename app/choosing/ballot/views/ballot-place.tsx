import type { BallotRow } from '#app/choosing/ballot/rules/ballot-draft.ts';
import type { ProposalView } from '#app/choosing/queries/choice-view.ts';
import { ordinalNumber } from '#app/choosing/views/open-choice-view.tsx';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { useReasons } from '#app/ui/forms/form-context.ts';

/** The list's id: without scripts a step comes back to it. */
export const BALLOT_ROWS = 'ranking';

interface PlaceSelectProps {
  index: number;
  row: BallotRow;
  proposal: ProposalView;
  count: number;
  /** something was moved since the form came back, so its reasons are not about this any more */
  isTouched: boolean;
  onPlace: (place: number | null, select: HTMLElement) => void;
}

/** The place of one book, to choose from all there are. */
export function PlaceSelect(props: PlaceSelectProps) {
  const { index, row, proposal, count, isTouched, onPlace } = props;
  const name = `ranks[${index}].rank`;
  const reasons = useReasons(name);
  const wrong = isTouched ? [] : reasons;
  const id = `place-${proposal.id}`;
  return (
    <div className="min-w-0 flex-1 sm:flex-none">
      <span className="select sm:w-40">
        <select
          id={id}
          name={name}
          className="input"
          aria-label={`Place of ${apart(proposal.title)}`}
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
              {ordinalNumber(at + 1)}
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

/** A button that moves a book one place. */
export function BallotStep({ verb, row, of, off, onPress }: StepProps) {
  const words = verb === 'up' ? 'Move up' : 'Move down';
  return (
    <Button
      variant="quiet"
      name="step"
      value={`${verb}:${row.proposal}`}
      formNoValidate
      formAction={`#${BALLOT_ROWS}`}
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
