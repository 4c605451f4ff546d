import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { noMembership } from '#app/access/refusals.server.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { consentToAgreement } from '#app/circles/agreement/commands/change-agreement.server.ts';
import { AgreementView } from '#app/circles/agreement/views/agreement-view.tsx';
import { AgreementConsentSchema } from '#app/circles/forms.ts';
import { peopleIn } from '#app/circles/queries/people.server.ts';
import { agreementFor } from '#app/circles/queries/settings.server.ts';
import { agreementChanged } from '#app/circles/words/refusals.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('What we agreed');

export const loader = memberLoader(async ({ member, viewer, peek }) => {
  const isHost = member.role === 'host';
  const [{ version, rules, changed, consented }, people] = await Promise.all([
    agreementFor(member),
    isHost ? peopleIn(member) : null,
    markRead({ viewer, peek }, member.circle.slug, ['agreement']),
  ]);
  return {
    slug: member.circle.slug,
    agreement: { version, rules, changed },
    consented,
    timeZone: member.viewer.timeZone,
    people: people?.map(({ id, name, consented }) => ({ id, name, consented })) ?? null,
  };
});

export const action = memberAction(AgreementConsentSchema, async ({ member, viewer, form }) => {
  const { slug } = member.circle;
  const said = await consentToAgreement(member, form.agreementVersion);
  if (said.ok) return redirectWith(addressOfCircle(slug), 'agreement-consented');
  if (said.reason === 'not-member') throw await noMembership(viewer, slug);
  return refuse(agreementChanged);
});

export default function Agreement() {
  return <AgreementView {...useLoaderData<typeof loader>()} />;
}
