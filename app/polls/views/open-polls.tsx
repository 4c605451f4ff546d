import { addressOfPoll } from '#app/polls/addresses.ts';
import type { PollLine } from '#app/polls/queries/poll-view.ts';
import { leftWords, pollQuestion } from '#app/polls/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Block, Row, Rows } from '#app/ui/page/page.tsx';

interface OpenPollsProps {
  polls: readonly PollLine[];
  circleSlug: string;
  clocks: { now: string; zone: string };
}

/** The polls of a circle that go on, above its sessions. */
export function OpenPolls({ polls, circleSlug, clocks }: OpenPollsProps) {
  return (
    <Block title="Finding a time">
      <Rows>
        {polls.map((poll) => (
          <Row key={poll.id} {...rowOf(poll, circleSlug, clocks)} />
        ))}
      </Rows>
    </Block>
  );
}

/** What a row says of a poll. */
function rowOf(poll: PollLine, circle: string, { zone, now }: { now: string; zone: string }) {
  const { id, kind, title, askedBy, closesAt, state, left } = poll;
  const until = closesAt && dayAndTime(closesAt, zone, now);
  const when = until && (state === 'open' ? `until ${until}` : `closed ${until}`);
  const waits = state === 'open' && left > 0;
  return {
    title: pollQuestion(kind, title),
    to: addressOfPoll(circle, id),
    meta: [`${apart(askedBy)} asks`, when].filter(Boolean).join(' · '),
    new: waits ? leftWords(left) : state === 'closed' ? 'A time can be chosen' : undefined,
  };
}
