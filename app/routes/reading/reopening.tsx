import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfReadings } from '#app/reading/addresses.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { daysTaken } from '#app/reading/words.ts';
import { reopenSeason } from '#app/seasons/commands/end-season.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Take the reading up again');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const { book, endedOn } = found(await readingOf(facilitator, id('reading')));
  const path = addressOfReadings(facilitator.circle.slug);
  if (endedOn === null) throw redirect(path);
  return { title: book.title, path };
});

export const action = facilitatorAction(EmptySchema, async ({ facilitator, id }) => {
  const reopened = await reopenSeason(facilitator, id('reading'));
  if (reopened.ok) {
    return redirectWith(addressOfReadings(facilitator.circle.slug), 'reading-reopened');
  }
  found(reopened.reason === 'gone' ? null : true);
  return refuse({ '': daysTaken });
});

export default function ReopenReading() {
  const { title, path } = useLoaderData<typeof loader>();
  return (
    <Question
      question={`Take ${apart(title)} up again?`}
      lede="Its plan goes on where it was, and the wrap is taken back. What members took from it is kept until the next end; who stays is asked anew then."
      back={path}
    >
      <Button variant="primary">Take it up again</Button>
    </Question>
  );
}
