import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfBook } from '#app/books/addresses.ts';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import { startWinner } from '#app/choosing/commands/start-reading.server.ts';
import { WinnerReadingSchema } from '#app/choosing/forms.ts';
import { startDefaults } from '#app/choosing/queries/start-defaults.server.ts';
import { StartReadingForm } from '#app/choosing/views/start-reading-form.tsx';
import { nothingChosen } from '#app/choosing/words/refusals.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfReadings } from '#app/reading/addresses.ts';
import { overlapWords } from '#app/reading/words.ts';
import { daysHeld, sessionDays } from '#app/sessions/queries/session-days.server.ts';
import { Cover } from '#app/ui/drawings/cover.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Read it together');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const choice = found(await settledChoice(facilitator, id('choice')));
  const { winner, readingId } = choice.result ?? { winner: null, readingId: null };
  const circle = addressOfCircle(facilitator.circle.slug);
  if (readingId !== null) throw redirect(`${circle}/reading/${readingId}`);
  if (!winner) throw redirect(`${circle}/choosing/${choice.id}`);
  const { title, author } = winner;
  return { winner: { title, author }, start: await startDefaults(facilitator, winner) };
});

export const action = facilitatorAction(WinnerReadingSchema, async ({ facilitator, form, id }) => {
  const days = daysHeld(await sessionDays(facilitator));
  const started = await startWinner(facilitator, id('choice'), form, days);
  const path = addressOfReadings(facilitator.circle.slug);
  if (started.ok) {
    return started.bare
      ? redirectWith(
          addressOfBook(facilitator.circle.slug, started.bookId),
          'winner-without-sections',
        )
      : redirectWith(`${path}/${started.readingId}`, 'reading-planned');
  }
  if (started.reason === 'overlaps') return refuse({ startsOn: overlapWords(started) });
  found(started.reason === 'gone' ? null : true);
  return refuse({ '': nothingChosen });
});

export default function ReadWinner() {
  const { winner, start } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead eyebrow="Read it together" title={winner.title} />
      <div className="mb-8">
        <Cover {...winner} />
      </div>
      <StartReadingForm {...start} />
    </Page>
  );
}
