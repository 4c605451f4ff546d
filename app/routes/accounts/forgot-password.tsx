import { useLoaderData } from '@remix-run/react';
import { publicAction, publicLoader } from '#app/access/gates.server.ts';
import { requestPasswordReset } from '#app/accounts/commands/reset-password.server.ts';
import { ForgotPasswordSchema } from '#app/accounts/forms.ts';
import { mailIsKept } from '#app/accounts/queries/site.server.ts';
import { refuseFor } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'cover' };

export const meta = titled('Choose a new password');

export const loader = publicLoader(() => ({ mailIsKept: mailIsKept() }));

export const action = publicAction(ForgotPasswordSchema, async ({ form, access }) => {
  const answer = await requestPasswordReset(form.email, access);
  return answer.ok ? redirectWith('/sign-in', 'reset-mailed') : refuseFor(answer.retryAfter);
});

export default function ForgotPasswordPage() {
  const { mailIsKept } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        title="Forgot your password?"
        lede="It happens. We send a link to your address, and you choose a new one."
      />
      <PostForm>
        <Field name="email" label="Email" type="email" autoComplete="email" required />
        <Button variant="primary" wide>
          Send me the link
        </Button>
      </PostForm>
      {mailIsKept && (
        <p className="mt-6 text-ink-2">
          This site keeps its mail for its administrator instead of sending it: ask them for your
          link.
        </p>
      )}
      <p className="mt-6">
        <Link to="/sign-in">Back to sign in</Link>
      </p>
    </Page>
  );
}
