import { addressOfPoll } from '#app/polls/addresses.ts';
import type { PollKind } from '#app/polls/rules/poll.ts';
import { pollQuestion } from '#app/polls/words.ts';
import { dayIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { BoundedRows } from '#app/ui/page/bounded-rows.tsx';
import { Row } from '#app/ui/page/page.tsx';

interface WaitingPollsProps {
  polls: readonly {
    id: number;
    kind: PollKind;
    closesAt: string | null;
    circle: { slug: string; name: string };
  }[];
  clocks: { now: string; zone: string };
}

/** Rows of polls that wait for the viewer’s answers. */
export function WaitingPolls({ polls, clocks }: WaitingPollsProps) {
  const shown = ({ id, kind, circle, closesAt }: WaitingPollsProps['polls'][number]) => ({
    title: pollQuestion(kind),
    to: addressOfPoll(circle.slug, id),
    meta: `${apart(circle.name)}${closesAt ? ` · until ${dayIn(closesAt, clocks.zone, clocks.now)}` : ''}`,
  });
  return (
    <BoundedRows
      of={polls}
      row={(poll) => <Row key={poll.id} {...shown(poll)} new="You have not said yet" />}
      line={shown}
    />
  );
}
