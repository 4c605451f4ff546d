import { redirect } from '@remix-run/node';
import { askReaderButton, askReaderLoader } from '#app/access/gates.server.ts';
import { addressOfAsk } from '#app/mentoring/addresses.ts';
import { withdrawAnswer } from '#app/mentoring/offers/commands/withdraw-answer.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = askReaderLoader(({ reader }) => redirect(addressOfAsk(reader.askId)));

/** Takes back what the reader answered. */
export const action = askReaderButton(
  EmptySchema,
  ({ reader }) => addressOfAsk(reader.askId),
  async ({ reader }) => {
    const path = addressOfAsk(reader.askId);
    const done = await withdrawAnswer(reader);
    if (!done.ok && done.reason === 'none') return redirect(path);
    return redirectWith(path, done.ok ? 'answer-withdrawn' : 'answer-in-conversation');
  },
);
