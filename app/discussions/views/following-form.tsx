import { Form } from '@remix-run/react';
import type { ThreadPage } from '#app/discussions/queries/thread-page.server.ts';

interface FollowingFormProps {
  choices: ThreadPage['following'];
  /** the thread's page */
  path: string;
}

/** Whether one hears of a thread: what is pressed is so, and pressed again is as for any other. */
export function FollowingForm({ choices, path }: FollowingFormProps) {
  return (
    <Form method="post" action={`${path}/following`} className="-ml-2">
      {choices.map(([to, words, isSo]) => (
        <button
          key={words}
          type="submit"
          className="link-button"
          name="to"
          value={to}
          aria-pressed={isSo}
        >
          {words}
        </button>
      ))}
    </Form>
  );
}
