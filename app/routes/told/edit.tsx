import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { whyNot } from '#app/discussions/words.ts';
import styles from '#app/mentoring/mentoring.css?url';
import { addressOfOneTold } from '#app/mentoring/told/addresses.ts';
import { changeTold, type StandingTold } from '#app/mentoring/told/commands/change-told.server.ts';
import { ChangeToldSchema } from '#app/mentoring/told/forms.ts';
import { myTold, toldOf } from '#app/mentoring/told/queries/told.server.ts';
import { toldPreview } from '#app/mentoring/told/queries/told-preview.server.ts';
import { placeOfToldChange } from '#app/mentoring/told/rules/told.ts';
import { ChangeToldForm } from '#app/mentoring/told/views/told-form.tsx';
import { whyToldStays } from '#app/mentoring/words.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Change what you shared');

export const loader = memberLoader(async ({ member, id }) => {
  const back = addressOfOneTold(member.circle.slug, id('told'));
  const told = await myTold(member, id('told'));
  if (!told) {
    found(await toldOf(member, id('told')));
    throw redirect(back);
  }
  return {
    ...{ told, back },
    me: member.personId,
    place: placeOfToldChange(told.id),
    submissionKey: crypto.randomUUID(),
  };
});

export const action = memberAction(ChangeToldSchema, async ({ member, form, id }) => {
  if (form.preview) return toldPreview(form);
  const changed = await changeTold(member, id('told'), form);
  if (changed.ok) {
    return redirectWith(addressOfOneTold(member.circle.slug, id('told')), 'told-changed');
  }
  if ('field' in changed) return refuse({ [changed.field]: whyNot(changed.reason) });
  if (changed.reason !== 'changed') {
    if (changed.reason === 'not-yours') found(await toldOf(member, id('told')));
    return refuse({ '': whyToldStays[changed.reason] });
  }
  return refusedWith(form, {}, { theirs: changed.theirs });
});

export default function ChangeTold() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as { theirs?: StandingTold } | undefined;
  return (
    <Page width="narrow">
      <PageHead title="Change what you shared" />
      <ChangeToldForm {...page} theirs={reply?.theirs} />
    </Page>
  );
}
