import { randomUUID } from 'node:crypto';
import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSeries } from '#app/series/addresses.ts';
import { startSeries } from '#app/series/commands/start-series.server.ts';
import { SeriesSchema } from '#app/series/forms.ts';
import { seriesOf } from '#app/series/queries/series.server.ts';
import { newSeriesDefaults, seriesChoices } from '#app/series/queries/series-form.server.ts';
import styles from '#app/series/series.css?url';
import { SeriesForm } from '#app/series/views/series-form.tsx';
import { begunBefore, whyNotWords } from '#app/series/words.ts';
import { addressOfSession, addressOfSessions } from '#app/sessions/addresses.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Set sessions that recur');

export const loader = facilitatorLoader(async ({ facilitator, url }) => {
  const { slug, timeZone } = facilitator.circle;
  const [choices, { defaults, session }] = await Promise.all([
    seriesChoices(facilitator),
    newSeriesDefaults(facilitator, url.searchParams.get('session')),
  ]);
  return {
    ...{ choices, defaults, session, circleZone: timeZone, submissionKey: randomUUID() },
    back: session === null ? addressOfSessions(slug) : addressOfSession(slug, session),
  };
});

export const action = facilitatorAction(SeriesSchema, async ({ facilitator, form }) => {
  const { slug } = facilitator.circle;
  if (form.next) return shownAgain(form.next);
  const { series, submissionKey, sessionId } = form;
  const begun = await startSeries(facilitator, { ...series, submissionKey, adopts: sessionId });
  if (begun.ok) return redirectWith(addressOfSeries(slug, begun.seriesId), 'series-begun');
  if (begun.reason !== 'another-first') return refuse(whyNotWords[begun.reason]);
  const { recurs, title } = found(await seriesOf(facilitator, begun.seriesId));
  const saved = { to: addressOfSeries(slug, begun.seriesId), recurs, title };
  const again = { ...form.draft, submissionKey: randomUUID() };
  return refusedWith(again, { '': begunBefore }, { saved });
});

export default function NewSeries() {
  const form = useLoaderData<typeof loader>();
  const saved = useActionData<
    { saved?: { to: string; recurs: string; title: string } } | undefined
  >()?.saved;
  return (
    <Page>
      <PageHead
        title="Set sessions that recur"
        lede="Everyone is told once, and says for each whether they come. Any of them can be moved or skipped."
      />
      {saved && (
        <SavedFirst to={saved.to} title={saved.recurs}>
          {saved.title}
        </SavedFirst>
      )}
      <SeriesForm {...form} />
    </Page>
  );
}
