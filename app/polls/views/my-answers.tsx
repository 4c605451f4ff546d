import { useRevalidator } from '@remix-run/react';
import { useMemo, useRef } from 'react';
import { USUAL_TIMES } from '#app/polls/addresses.ts';
import { useBusy } from '#app/polls/busy/views/busy.ts';
import { BusyControl } from '#app/polls/busy/views/busy-control.tsx';
import type { PollView } from '#app/polls/queries/poll-view.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { LeafKey } from './leaves.tsx';
import type { PollPageProps } from './poll-page.tsx';
import { SlotRows } from './slot-rows.tsx';
import { type TapState, useTaps } from './taps.ts';

interface MyAnswersProps extends Pick<PollPageProps, 'poll' | 'keys' | 'me' | 'clocks'> {
  /** the poll’s address */
  path: string;
  /** the slot that is best so far */
  best: number | undefined;
}

/** Every slot with the viewer’s three answers, each kept as it is tapped, or all by one form. */
export function MyAnswers({ poll, keys, me, clocks, path, best }: MyAnswersProps) {
  const isOpen = poll.state === 'open';
  const rows = useRef<HTMLDivElement>(null);
  const { revalidate } = useRevalidator();
  const given = useMemo(
    () => new Map(poll.slots.map(({ id, answers }) => [id, answers[0] ?? ''])),
    [poll.slots],
  );
  const busy = useBusy(poll, clocks);
  const taps = useTaps(rows, `${path}/answer`, given, revalidate);
  return (
    <section className="mt-8">
      <div className="poll-help">
        <h2>{isOpen ? 'Your answers' : 'What was answered'}</h2>
        {isOpen && (
          <WhileOpen>
            <Fill path={path} poll={poll} batch={keys.fill} />
          </WhileOpen>
        )}
      </div>
      {isOpen && (
        <WhileOpen>
          <BusyControl busy={busy} />
        </WhileOpen>
      )}
      <PostForm action={path}>
        <Hidden name="key" value={keys.save} />
        <div ref={rows}>
          <SlotRows {...{ poll, me, clocks }} best={best} busy={busy.lines} />
        </div>
        <LeafKey />
        {isOpen && (
          <>
            <TapWords state={taps.state} why={taps.why} />
            <noscript>
              <Button variant="primary" className="mt-4">
                Save my answers
              </Button>
            </noscript>
          </>
        )}
      </PostForm>
      {isOpen && (
        <div className="poll-more mt-4 flex flex-wrap gap-3">
          {poll.lastBatch && (
            <PostForm action={`${path}/undoing`}>
              <Hidden name="batch" value={poll.lastBatch} />
              <Button variant="quiet">Undo the last</Button>
            </PostForm>
          )}
          {poll.left > 0 && (
            <PostForm action={`${path}/none`}>
              <Hidden name="key" value={keys.none} />
              <Button variant="quiet">
                {poll.left === poll.slots.length ? 'None of these suits me' : 'No to the rest'}
              </Button>
            </PostForm>
          )}
        </div>
      )}
    </section>
  );
}

/** Fills in what the viewer said they usually can, or leads to where they say it. */
function Fill({ path, poll, batch }: { path: string; poll: PollView; batch: string }) {
  if (!poll.hasUsual) return <Link to={USUAL_TIMES}>Say when you usually can</Link>;
  if (poll.left === 0) return null;
  return (
    <PostForm action={`${path}/filling`}>
      <Hidden name="key" value={batch} />
      <Button>Use my usual free times</Button>
    </PostForm>
  );
}

const TAP_WORDS: Record<TapState, string> = {
  still: 'Each answer is kept as you give it.',
  sending: 'Keeping it…',
  kept: 'Kept.',
  away: 'There is no connection. Your answers wait here and are sent again; leave this page open.',
  refused: '',
};

function TapWords({ state, why }: { state: TapState; why: string }) {
  const isWrong = state === 'away' || state === 'refused';
  return (
    <p className={isWrong ? 'poll-kept text-rubric' : 'poll-kept'} role="status">
      {TAP_WORDS[state] || why}
    </p>
  );
}
