import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found, membershipEnded, notFound } from '#app/access/refusals.server.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfRecord } from '#app/records/addresses.ts';
import {
  type StandingCommitment,
  sayCommitment,
} from '#app/records/commitments/commands/say-commitment.server.ts';
import { CommitmentSchema } from '#app/records/commitments/forms.ts';
import {
  commitmentAt,
  dayForCommitment,
} from '#app/records/commitments/queries/commitment.server.ts';
import { CommitmentForm } from '#app/records/commitments/views/commitment-form.tsx';
import { recordOf } from '#app/records/queries/record.server.ts';
import { hasRecord } from '#app/records/rules.ts';
import { noRecordYet } from '#app/records/words.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { dayAndTime } from '#app/time/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'One small act';

export const meta = titled(TITLE);

export const loader = memberLoader(async ({ member, id }) => {
  const sessionId = id('session');
  const [session, record, mine] = await Promise.all([
    sessionOf(member, sessionId).then(found),
    recordOf(member, sessionId).then(found),
    commitmentAt(member, sessionId),
  ]);
  const back = addressOfRecord(member.circle.slug, sessionId);
  if (!hasRecord(session, new Date())) throw redirect(back);
  return {
    mine,
    byOn: dayForCommitment(member, record.nextAt),
    when: dayAndTime(session.startsAt, clocksOf(member).zone),
    circleSlug: member.circle.slug,
    sessionId,
    back,
  };
});

export const action = memberAction(CommitmentSchema, async ({ member, viewer, form, id }) => {
  const { slug } = member.circle;
  const said = await sayCommitment(member, id('session'), form);
  if (said.ok) return redirectWith(addressOfRecord(slug, id('session')), 'commitment-said');
  if (said.reason === 'not-member') throw (await membershipEnded(viewer, slug)) ?? notFound();
  if (said.reason === 'changed') return refusedWith(form, {}, { theirs: said.theirs });
  found(said.reason === 'gone' ? null : true);
  return refuse({ '': noRecordYet });
});

export default function Commitment() {
  const { when, back, ...form } = useLoaderData<typeof loader>();
  const reply = useActionData() as { theirs?: StandingCommitment } | undefined;
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={when}
        title={TITLE}
        actions={<ButtonLink to={back}>The record</ButtonLink>}
      />
      <CommitmentForm {...form} theirs={reply?.theirs} />
    </Page>
  );
}
