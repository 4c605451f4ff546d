import { useActionData, useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { addressOfAgreement } from '#app/circles/addresses.ts';
import { changeAgreement } from '#app/circles/agreement/commands/change-agreement.server.ts';
import { AgreementEditView } from '#app/circles/agreement/views/agreement-edit-view.tsx';
import { AgreementEditSchema } from '#app/circles/forms.ts';
import { agreementFor } from '#app/circles/queries/settings.server.ts';
import { agreementRefusal } from '#app/circles/words/refusals.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Change the agreement');

export const loader = hostLoader(async ({ host }) => {
  const { version, body } = await agreementFor(host);
  return { slug: host.circle.slug, version, body };
});

export const action = hostAction(AgreementEditSchema, async ({ host, form }) => {
  const changed = await changeAgreement(host, form);
  if (!changed.ok && changed.reason === 'changed') {
    const { version, rules } = await agreementFor(host);
    return refusedWith({ body: form.body }, agreementRefusal('changed'), {
      saved: { version, rules },
    });
  }
  if (!changed.ok) return refuse(agreementRefusal(changed.reason));
  return redirectWith(addressOfAgreement(host.circle.slug), 'agreement-saved');
});

export default function EditAgreement() {
  const reply = useActionData<typeof action>();
  const saved = reply && 'saved' in reply ? reply.saved : null;
  return <AgreementEditView {...useLoaderData<typeof loader>()} saved={saved} />;
}
