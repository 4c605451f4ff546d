import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSeries } from '#app/series/addresses.ts';
import { endSeries } from '#app/series/commands/end-series.server.ts';
import { EndingSchema } from '#app/series/forms.ts';
import { seriesOf } from '#app/series/queries/series.server.ts';
import { seriesChangedMeanwhile } from '#app/series/words.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('End the series');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const { recurs, version, endedAt } = found(await seriesOf(facilitator, id('series')));
  const back = addressOfSeries(facilitator.circle.slug, id('series'));
  return { recurs, version, back, isOver: endedAt !== null };
});

export const action = facilitatorAction(EndingSchema, async ({ facilitator, form, id }) => {
  const seriesId = id('series');
  const { slug } = facilitator.circle;
  const ended = await endSeries(facilitator, seriesId, { ...form, version: Number(form.version) });
  if (ended.ok) {
    const path = addressOfSeries(slug, seriesId);
    return redirectWith(path, 'series-ended', `${slug}/series/${seriesId}`);
  }
  const saved = found(ended.reason === 'gone' ? null : await seriesOf(facilitator, seriesId));
  const again = { word: form.word, version: String(saved.version) };
  return refusedWith(again, { '': seriesChangedMeanwhile }, {});
});

export default function EndSeries() {
  const { recurs, version, back, isOver } = useLoaderData<typeof loader>();
  const reply = useActionData<{ form?: FormReply } | undefined>()?.form;
  const mail = useMailWords();
  const says = mail('Everyone else is told once by mail.');
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={recurs}
        title={isOver ? 'It has ended already' : 'End the series?'}
        lede={
          isOver
            ? 'There is nothing left to do.'
            : `Its sessions to come are off. ${says} Until they were to begin you can still go on with it.`
        }
      />
      {isOver && !reply ? (
        <ButtonLink to={back}>See the series</ButtonLink>
      ) : (
        <PostForm>
          <Hidden name="version" value={String(reply?.values.version ?? version)} />
          <Field
            name="word"
            label="Why"
            hint="A sentence, if you like. The others read it."
            maxLength={300}
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="danger">End the series</Button>
            <ButtonLink to={back} variant="quiet">
              Leave it
            </ButtonLink>
          </div>
        </PostForm>
      )}
    </Page>
  );
}
