import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { changePassword } from '#app/accounts/commands/change-password.server.ts';
import { ChangePasswordSchema } from '#app/accounts/forms.ts';
import { NewPasswordField } from '#app/accounts/views/new-account-fields.tsx';
import { aboutOwner, wrongPassword } from '#app/accounts/words.ts';
import { refuse, refuseFor } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Change your password');

export const loader = viewerLoader(({ viewer }) => ({ email: viewer.email }));

export const action = viewerAction(ChangePasswordSchema, async ({ viewer, form, access }) => {
  const current = await access.current();
  const answer = await changePassword(viewer, form, current?.token ?? '');
  if (answer.ok) return redirectWith('/account', 'password-changed');
  if (answer.reason === 'limited') return refuseFor(answer.retryAfter);
  if (answer.reason === 'about-owner') return refuse({ newPassword: aboutOwner });
  return refuse({ currentPassword: wrongPassword });
});

export default function PasswordPage() {
  const { email } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        title="Change your password"
        lede="Every other browser that is signed in to your account will be signed out."
      />
      <PostForm>
        <Field
          name="currentPassword"
          label="Your password now"
          type="password"
          autoComplete="current-password"
          required
        />
        <NewPasswordField name="newPassword" label="New password" email={email} />
        <div className="actions">
          <Button variant="primary">Change password</Button>
          <ButtonLink to="/account" variant="quiet">
            Back
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
