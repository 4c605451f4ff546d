import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSeries } from '#app/series/addresses.ts';
import { resumeSeries } from '#app/series/commands/end-series.server.ts';
import { seriesOf } from '#app/series/queries/series.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Go on with the series');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const { recurs, endedAt } = found(await seriesOf(facilitator, id('series')));
  const path = addressOfSeries(facilitator.circle.slug, id('series'));
  if (endedAt === null) throw redirect(path);
  return { recurs, path };
});

export const action = facilitatorAction(EmptySchema, async ({ facilitator, id }) => {
  const resumed = await resumeSeries(facilitator, id('series'));
  found(resumed.ok || null);
  return redirectWith(addressOfSeries(facilitator.circle.slug, id('series')), 'series-resumed');
});

export default function ResumeSeries() {
  const { recurs, path } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  return (
    <Question
      about={recurs}
      question="Go on with the series?"
      lede={`Those that have not begun take place, with what was answered. ${mail('Everyone else is told by mail.')}`}
      back={path}
    >
      <Button variant="primary">Go on with it</Button>
    </Question>
  );
}
