import { Form } from '@remix-run/react';
import { addressOfThread } from '#app/discussions/addresses.ts';
import { addressOfFollowing, HEARING } from '#app/notifications/hearing/addresses.ts';
import type { ChosenThread } from '#app/notifications/hearing/queries/hearing-page.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Block, Row, Rows } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';

interface ChosenThreadsProps {
  threads: readonly ChosenThread[];
  next: string | null;
  /** whether it is not the first page */
  later: boolean;
}

/** The threads that somebody has muted, or follows without writing in them. */
export function ChosenThreads({ threads, next, later }: ChosenThreadsProps) {
  return (
    <Block title="Threads" id="threads">
      {threads.length === 0 ? (
        <p className="text-ink-2">
          None stands out. You follow the threads you write in; on a thread’s own page you can mute
          it, or follow it without writing.
        </p>
      ) : (
        <Rows label="Threads">
          {threads.map(({ id, title, circle, following }) => (
            <Row
              key={id}
              to={addressOfThread(circle.slug, id)}
              title={title}
              meta={
                <p>
                  {following === 'muted' ? 'Muted' : 'Following'} in <bdi>{circle.name}</bdi>
                </p>
              }
              action={
                <Form method="post" action={addressOfFollowing(circle.slug, id)}>
                  <input type="hidden" name="back" value="hearing" />
                  <Button name="to" value="neither" aria-label={`${undoing(following)}: ${title}`}>
                    {undoing(following)}
                  </Button>
                </Form>
              }
            />
          ))}
        </Rows>
      )}
      <Pager
        newer={later ? `${HEARING}#threads` : null}
        older={next ? `${HEARING}?before=${next}#threads` : null}
      />
    </Block>
  );
}

const undoing = (following: ChosenThread['following']) =>
  following === 'muted' ? 'Unmute' : 'Stop following';
