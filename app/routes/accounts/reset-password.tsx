import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicAction, publicLoader } from '#app/access/gates.server.ts';
import { arrive } from '#app/accounts/commands/arrive.server.ts';
import { resetPassword } from '#app/accounts/commands/reset-password.server.ts';
import { ResetPasswordSchema } from '#app/accounts/forms.ts';
import { openReset } from '#app/accounts/queries/links.server.ts';
import { DeadLink } from '#app/accounts/views/dead-link.tsx';
import { NewPasswordField } from '#app/accounts/views/new-account-fields.tsx';
import { aboutOwner, resetLinkUsed } from '#app/accounts/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'cover' };

export const meta = titled('Choose a new password');

export const loader = publicLoader(async ({ params }) => {
  const link = await openReset(params.token ?? '');
  return data({ email: link?.email ?? null }, { status: link ? 200 : 404 });
});

export const action = publicAction(ResetPasswordSchema, async ({ form, params, access }) => {
  const answer = await resetPassword(params.token ?? '', form.password);
  if (answer.ok) return arrive(access, answer, redirectWith('/', 'password-reset'));
  if (answer.reason === 'about-owner') return refuse({ password: aboutOwner });
  return refuse({ '': resetLinkUsed });
});

export default function ResetPasswordPage() {
  const { email } = useLoaderData<typeof loader>();
  if (!email) {
    return (
      <DeadLink to="/forgot-password" label="Send me a new link">
        It may have been used, or be older than two hours.
      </DeadLink>
    );
  }
  return (
    <Page width="narrow">
      <PageHead
        title="Choose a new password"
        lede={`For ${email}. Every browser that is signed in to your account will be signed out.`}
      />
      <PostForm>
        <NewPasswordField name="password" label="New password" email={email} />
        <Button variant="primary" wide>
          Use this password
        </Button>
      </PostForm>
    </Page>
  );
}
