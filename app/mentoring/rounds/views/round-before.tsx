import type { RoundView } from '#app/mentoring/rounds/queries/round-view.ts';
import { unreadBefore, writtenWords } from '#app/mentoring/rounds/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Block, Panel } from '#app/ui/page/page.tsx';
import { BringRows } from './bring-rows.tsx';
import { RoundAskForm } from './round-ask-form.tsx';
import type { RoundPageProps } from './round-page.tsx';

interface RoundBeforeProps extends RoundPageProps {
  round: NonNullable<RoundView['round']>;
  path: string;
}

/** Before the session: each writes one, and nobody reads it. */
export function RoundBefore(props: RoundBeforeProps) {
  const { view, round, path, clocks, submissionKey, theirs } = props;
  const { mine, may, drafts } = view;
  return (
    <>
      <div className="flex items-start gap-5">
        <span className="flex-none">
          <Seats taken={round.written} of={Math.max(round.people, 1)} size="big" decorative />
        </span>
        <p className="lede mt-0!">
          Everybody brings one, so it costs nobody anything.{' '}
          {writtenWords(round.written, round.people)}; {unreadBefore}.
        </p>
      </div>
      {may.bring && (
        <div className="mt-8">
          <Panel title={mine.passes ? 'You pass this time' : mine.ask ? 'Yours' : 'Write yours'}>
            {mine.passes ? (
              <PostForm action={`${path}/passing`}>
                <p className="mb-4">That is fine, and nobody is told.</p>
                <Hidden name="pass" value="no" />
                <Button>I’ll ask after all</Button>
              </PostForm>
            ) : (
              <>
                <RoundAskForm {...{ mine, path, submissionKey, theirs }} sends={false} />
                <PostForm action={`${path}/passing`} className="mt-4">
                  <Hidden name="pass" value="yes" />
                  <Button variant="quiet" className="-ml-2">
                    Pass this time
                  </Button>
                </PostForm>
              </>
            )}
          </Panel>
        </div>
      )}
      {!may.bring && mine.ask && (
        <Block title="Yours">
          <p className="font-serif font-medium" dir="auto">
            {mine.ask.title}
          </p>
        </Block>
      )}
      {may.bring && drafts.length > 0 && <BringRows drafts={drafts} path={path} />}
      {may.lead && (
        <Block title="You lead it">
          <p className="mb-4 text-ink-2">
            {may.open
              ? 'Opening it sends what is written to everybody here, all at once, and reads the first.'
              : view.cancelled
                ? 'It waits until the session is held after all.'
                : `It can be opened in the room, from ${dayAndTime(round.opensAt, clocks.zone, clocks.now)} on.`}
          </p>
          <div className="flex flex-wrap gap-3">
            {may.open && (
              <PostForm action={`${path}/opening`}>
                <Button variant="primary">Open the round</Button>
              </PostForm>
            )}
            {may.takeOff && (
              <PostForm action={`${path}/removal`}>
                <Button variant="quiet">Take the round off</Button>
              </PostForm>
            )}
          </div>
        </Block>
      )}
    </>
  );
}
