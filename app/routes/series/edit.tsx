import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSeries } from '#app/series/addresses.ts';
import { changeSeries } from '#app/series/commands/change-series.server.ts';
import { SeriesSchema } from '#app/series/forms.ts';
import { seriesOf } from '#app/series/queries/series.server.ts';
import { defaultsOf, seriesChoices } from '#app/series/queries/series-form.server.ts';
import styles from '#app/series/series.css?url';
import { SeriesForm } from '#app/series/views/series-form.tsx';
import { seriesChangedMeanwhile, whyNotWords } from '#app/series/words.ts';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Change sessions that recur');

export const loader = facilitatorLoader(async ({ facilitator, id, url }) => {
  const [series, choices] = await Promise.all([
    seriesOf(facilitator, id('series')).then(found),
    seriesChoices(facilitator),
  ]);
  const { slug, timeZone } = facilitator.circle;
  return {
    recurs: series.recurs,
    form: {
      ...defaultsOf(series, url.searchParams.get('session')),
      ...{ choices, circleZone: timeZone, version: series.version },
      back: addressOfSeries(slug, series.id),
    },
  };
});

export const action = facilitatorAction(SeriesSchema, async ({ facilitator, form, id }) => {
  if (form.next) return shownAgain(form.next);
  const { series, sessionId, isFollowing, version, draft } = form;
  const change = { series, sessionId, isFollowing, version };
  const changed = await changeSeries(facilitator, id('series'), change);
  if (changed.ok) {
    const path = addressOfSeries(facilitator.circle.slug, changed.seriesId);
    return redirectWith(path, changed.told ? 'series-changed' : 'saved');
  }
  if (changed.reason !== 'gone' && changed.reason !== 'changed-meanwhile') {
    return refuse(whyNotWords[changed.reason]);
  }
  const saved = found(changed.reason === 'gone' ? null : await seriesOf(facilitator, id('series')));
  return refusedWith(
    { ...draft, version: String(saved.version) },
    { '': seriesChangedMeanwhile },
    { saved: { recurs: saved.recurs, title: saved.title, place: saved.place } },
  );
});

export default function EditSeries() {
  const { recurs, form } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  const saved = useActionData<
    { saved?: { recurs: string; title: string; place: string } } | undefined
  >()?.saved;
  return (
    <Page>
      <PageHead
        eyebrow={recurs}
        title="Change sessions that recur"
        lede={mail(
          'Those to come move with what was answered; everyone else is told once. One that was changed by itself stays as it is.',
          'Those to come move with what was answered. No mail leaves this site yet: tell the others yourself.',
        )}
      />
      {saved && (
        <SavedNow>
          <p>{saved.recurs}</p>
          <p>{[saved.title, saved.place].filter(Boolean).join(' · ')}</p>
        </SavedNow>
      )}
      <SeriesForm {...form} />
    </Page>
  );
}
