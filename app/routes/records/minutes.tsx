import { useActionData, useLoaderData } from '@remix-run/react';
import { scribeAction, scribeLoader } from '#app/access/gates.server.ts';
import { found, membershipEnded, notFound } from '#app/access/refusals.server.ts';
import { whyNot } from '#app/discussions/words.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfRecord } from '#app/records/addresses.ts';
import { type StandingMinutes, writeMinutes } from '#app/records/commands/write-minutes.server.ts';
import { MinutesSchema } from '#app/records/forms.ts';
import { minutesToWrite } from '#app/records/queries/minutes.server.ts';
import { MinutesForm } from '#app/records/views/minutes-form.tsx';
import { offNoMinutes } from '#app/records/words.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { dayAndTime } from '#app/time/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Minutes');

export const loader = scribeLoader(async ({ scribe }) => {
  const [session, minutes] = await Promise.all([
    sessionOf(scribe, scribe.sessionId).then(found),
    minutesToWrite(scribe),
  ]);
  const { zone } = clocksOf(scribe);
  return {
    minutes,
    zone,
    when: dayAndTime(session.startsAt, zone),
    back: addressOfRecord(scribe.circle.slug, scribe.sessionId),
  };
});

export const action = scribeAction(MinutesSchema, async ({ scribe, viewer, form }) => {
  const { slug } = scribe.circle;
  const written = await writeMinutes(scribe, form);
  if (written.ok) {
    return redirectWith(addressOfRecord(slug, scribe.sessionId), 'minutes-written');
  }
  switch (written.reason) {
    case 'not-member':
      throw (await membershipEnded(viewer, slug)) ?? notFound();
    case 'gone':
      throw notFound();
    case 'cancelled':
      return refuse({ '': offNoMinutes });
    case 'changed':
      return refusedWith({ body: form.body }, {}, { theirs: written.theirs });
    default:
      return refuse({ body: whyNot(written.reason) });
  }
});

export default function Minutes() {
  const { when, back, ...form } = useLoaderData<typeof loader>();
  const reply = useActionData() as { theirs?: StandingMinutes } | undefined;
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={when}
        title="Minutes"
        lede="What the circle will want to find again. Who said what can stay out."
        actions={<ButtonLink to={back}>The record</ButtonLink>}
      />
      <MinutesForm {...form} theirs={reply?.theirs} />
    </Page>
  );
}
