import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { askToChangeEmail } from '#app/accounts/commands/change-email.server.ts';
import { ChangeEmailSchema } from '#app/accounts/forms.ts';
import { sameAddressWords, wrongPassword } from '#app/accounts/words.ts';
import { refuse, refuseFor } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Change your email address');

export const loader = viewerLoader(({ viewer }) => ({ email: viewer.email }));

export const action = viewerAction(ChangeEmailSchema, async ({ viewer, form }) => {
  const answer = await askToChangeEmail(viewer, form);
  if (answer.ok) return redirectWith('/account', 'confirmation-mailed');
  if (answer.reason === 'limited') return refuseFor(answer.retryAfter);
  if (answer.reason === 'same') return refuse({ email: sameAddressWords });
  return refuse({ currentPassword: wrongPassword });
});

export default function EmailPage() {
  const { email } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  return (
    <Page width="narrow">
      <PageHead
        title="Change your email address"
        lede={`${mail('We write to the new address.', 'We write a link for the new address. No mail leaves this site yet: ask its administrator for it.')} Until you follow it, ${email} stays.`}
      />
      <PostForm>
        <Field name="email" label="New email address" type="email" autoComplete="email" required />
        <Field
          name="currentPassword"
          label="Your password"
          type="password"
          autoComplete="current-password"
          required
        />
        <div className="actions">
          <Button variant="primary">Send me the link</Button>
          <ButtonLink to="/account" variant="quiet">
            Keep the old one
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
