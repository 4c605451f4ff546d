import { addressOfNewThread, addressOfThreads } from '#app/discussions/addresses.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Empty } from '#app/ui/page/page.tsx';
import { ThreadRows, type ThreadRowsProps } from './thread-rows.tsx';

/** What the circle discusses at the moment, on the circle's own page. */
export function LatestThreads({ circle, threads, zone, now }: ThreadRowsProps) {
  const start = addressOfNewThread(circle);
  return (
    <Block
      title="Discussion"
      id="discussion"
      action={
        threads.length > 0 && (
          <WhileOpen>
            <ButtonLink to={start} variant="quiet">
              Start a thread
            </ButtonLink>
          </WhileOpen>
        )
      }
    >
      {threads.length === 0 ? (
        <Empty
          title="Nobody has written yet."
          action={
            <ButtonLink to={start} variant="primary">
              Start a thread
            </ButtonLink>
          }
        >
          A passage that stayed with you, or something at work that it explains, is enough to begin.
        </Empty>
      ) : (
        <>
          <ThreadRows circle={circle} threads={threads} zone={zone} now={now} />
          <p className="mt-3">
            <Link to={addressOfThreads(circle)}>All threads</Link>
          </p>
        </>
      )}
    </Block>
  );
}
