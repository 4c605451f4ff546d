import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { type ActionReply, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfReadings } from '#app/reading/addresses.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { EndSeasonSchema } from '#app/seasons/forms.ts';
import { usualAnswerDay } from '#app/seasons/rules/answer-by.server.ts';
import { answerDayWords } from '#app/seasons/words.ts';
import { useShownZone } from '#app/time/local-time-fields.tsx';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('End the reading');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const { book, endsOn, state } = found(await readingOf(facilitator, id('reading')));
  const { slug, timeZone } = facilitator.circle;
  return {
    ...{ title: book.title, endsOn, isOver: state === 'past' },
    path: addressOfReadings(slug),
    answerDay: usualAnswerDay(timeZone, new Date()),
    circleZone: timeZone,
  };
});

export const action = facilitatorAction(EndSeasonSchema, async ({ facilitator, form, id }) => {
  const readingId = id('reading');
  const ended = await endSeason(facilitator, readingId, { day: form.answerBy, zone: form.zone });
  if (!ended.ok && ended.reason === 'answer-day') {
    return refuse({ answerBy: answerDayWords });
  }
  found(ended.ok || null);
  const reading = `${facilitator.circle.slug}/reading/${readingId}`;
  return redirectWith(`${addressOfCircle(reading)}/wrap`, 'reading-ended', reading);
});

export default function EndReading() {
  const { title, endsOn, isOver, path, answerDay, circleZone } = useLoaderData<typeof loader>();
  const zone = useShownZone(circleZone, useActionData<ActionReply>()?.form);
  const asked =
    'Everyone is asked what they took from it, and whether they stay for the next book.';
  return (
    <Page width="narrow">
      <PageHead
        title={isOver ? `Wrap up ${apart(title)}?` : `End the reading of ${apart(title)}?`}
        lede={
          isOver
            ? asked
            : `By its plan it goes on until ${dayOf(endsOn)}. What you read together and said about it stays. ${asked}`
        }
      />
      <PostForm>
        <Hidden name="zone" value={zone.shown} />
        <Field
          name="answerBy"
          type="date"
          label="Answer by"
          required
          defaultValue={answerDay}
          hint="The list of those who stay opens when everyone has answered, or after this day."
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{isOver ? 'Wrap it up' : 'End it today'}</Button>
          <ButtonLink to={path} variant="quiet">
            {isOver ? 'Not yet' : 'Keep reading'}
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
