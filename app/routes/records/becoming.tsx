import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfRecord } from '#app/records/addresses.ts';
import { sayBecame } from '#app/records/commitments/commands/say-became.server.ts';
import { BecameSchema } from '#app/records/commitments/forms.ts';
import { ownCommitment } from '#app/records/commitments/queries/commitment.server.ts';
import { BecameForm } from '#app/records/commitments/views/became-form.tsx';
import { saidInAnotherWindow } from '#app/records/commitments/words.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { dayOf } from '#app/time/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('What became of it');

export const loader = memberLoader(async ({ member, id }) => {
  const commitment = found(await ownCommitment(member, id('commitment')));
  found(commitment.takenBack ? null : true);
  return {
    commitment,
    circleSlug: member.circle.slug,
    back: addressOfRecord(member.circle.slug, commitment.sessionId),
  };
});

export const action = memberAction(BecameSchema, async ({ member, form, id }) => {
  const { slug } = member.circle;
  const said = await sayBecame(member, id('commitment'), form);
  if (!said.ok) {
    found(said.reason === 'gone' ? null : true);
    return refuse({ '': saidInAnotherWindow });
  }
  const { at } = form;
  const path = at === null ? addressOfRecord(slug, said.sessionId) : addressOfSession(slug, at);
  return redirectWith(path, 'commitment-became', `${slug}/${id('commitment')}`);
});

export default function Becoming() {
  const { commitment, circleSlug, back } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={`By ${dayOf(commitment.byOn)}`}
        title={commitment.act}
        lede="Done, tried, passed: none counts for more."
        actions={<ButtonLink to={back}>The record</ButtonLink>}
      />
      <BecameForm circleSlug={circleSlug} commitment={commitment} />
    </Page>
  );
}
