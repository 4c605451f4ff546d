import { addressOfPollChoice } from '#app/polls/addresses.ts';
import type { PollView, SlotView } from '#app/polls/queries/poll-view.ts';
import type { SlotReason } from '#app/polls/rules/ranking.ts';
import { canWords, nightWords, shortNames, slotDay, slotName } from '#app/polls/words.ts';
import { timeIn } from '#app/time/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Flower } from './leaves.tsx';
import { leavesOf } from './slot-rows.tsx';

interface BestProps {
  poll: PollView;
  best: readonly SlotReason[];
  me: number;
  circleSlug: string;
  /** whether the viewer may choose */
  runs: boolean;
  clocks: { now: string; zone: string };
}

const SHOWN = 3;

/** The best times, each with its reason. */
export function BestSoFar({ poll, best, me, circleSlug, runs, clocks }: BestProps) {
  const names = shortNames(poll.people);
  const top = best.slice(0, SHOWN).flatMap((reason) => {
    const slot = poll.slots.find(({ id }) => id === reason.slotId);
    return slot ? [{ reason, slot }] : [];
  });
  if (top.length === 0) return null;
  return (
    <section className="poll-best" aria-labelledby="best">
      <h2 id="best">Best so far</h2>
      <ol>
        {top.map(({ slot, reason }) => (
          <li key={slot.id}>
            <Flower leaves={leavesOf(slot, poll, me)} big />
            <div>
              <h3>
                {slotDay(poll.kind, slot.startsAt, clocks)}
                <span className="sr-only">, </span>
                <b>{timeIn(slot.startsAt, clocks.zone)}</b>
              </h3>
              <p className="text-ink-2">
                {canWords(reason, { me, names })}{' '}
                {nightWords(reason, { me, names, startsAt: slot.startsAt, zone: clocks.zone })}
              </p>
              <Unsaid slot={slot} poll={poll} />
              {runs && (
                <p className="mt-2">
                  <ButtonLink to={addressOfPollChoice(circleSlug, poll.id, slot.id)}>
                    Choose this time
                    <span className="sr-only">
                      {`: ${slotName(poll.kind, slot.startsAt, clocks)}`}
                    </span>
                  </ButtonLink>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Unsaid({ slot, poll }: { slot: SlotView; poll: PollView }) {
  if (poll.state !== 'open' || slot.answers[0]) return null;
  return <p className="text-sm font-semibold text-rubric">You haven’t said</p>;
}
