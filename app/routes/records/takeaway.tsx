import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found, membershipEnded, notFound } from '#app/access/refusals.server.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfRecord } from '#app/records/addresses.ts';
import {
  keepSessionTakeaway,
  type StandingSessionTakeaway,
} from '#app/records/commands/keep-takeaway.server.ts';
import { SessionTakeawaySchema } from '#app/records/forms.ts';
import { recordOf } from '#app/records/queries/record.server.ts';
import { hasRecord } from '#app/records/rules.ts';
import { SessionTakeawayForm } from '#app/records/views/session-takeaway-form.tsx';
import { noRecordYet } from '#app/records/words.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { dayAndTime } from '#app/time/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'What stayed with you';

export const meta = titled(TITLE);

export const loader = memberLoader(async ({ member, id }) => {
  const sessionId = id('session');
  const [session, record] = await Promise.all([
    sessionOf(member, sessionId).then(found),
    recordOf(member, sessionId).then(found),
  ]);
  const back = addressOfRecord(member.circle.slug, sessionId);
  if (!hasRecord(session, new Date())) throw redirect(back);
  return {
    mine: record.mine,
    when: dayAndTime(session.startsAt, clocksOf(member).zone),
    circleSlug: member.circle.slug,
    sessionId,
    back,
  };
});

export const action = memberAction(SessionTakeawaySchema, async ({ member, viewer, form, id }) => {
  const { slug } = member.circle;
  const kept = await keepSessionTakeaway(member, id('session'), form);
  if (kept.ok) return redirectWith(addressOfRecord(slug, id('session')), 'session-takeaway-kept');
  if (kept.reason === 'not-member') throw (await membershipEnded(viewer, slug)) ?? notFound();
  if (kept.reason === 'changed') return refusedWith(form, {}, { theirs: kept.theirs });
  found(kept.reason === 'gone' ? null : true);
  return refuse({ '': noRecordYet });
});

export default function Takeaway() {
  const { when, back, ...form } = useLoaderData<typeof loader>();
  const reply = useActionData() as { theirs?: StandingSessionTakeaway } | undefined;
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={when}
        title={TITLE}
        actions={<ButtonLink to={back}>The record</ButtonLink>}
      />
      <SessionTakeawayForm {...form} theirs={reply?.theirs} />
    </Page>
  );
}
