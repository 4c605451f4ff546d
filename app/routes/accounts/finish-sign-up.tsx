import { data, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicAction, publicLoader } from '#app/access/gates.server.ts';
import { arrive } from '#app/accounts/commands/arrive.server.ts';
import { completeSignUp } from '#app/accounts/commands/sign-up.server.ts';
import { FinishSignUpSchema } from '#app/accounts/forms.ts';
import { openSignUp } from '#app/accounts/queries/links.server.ts';
import { DeadLink } from '#app/accounts/views/dead-link.tsx';
import { hasAccountWords, notThePasswordChosen, signUpLinkUsed } from '#app/accounts/words.ts';
import { refuse, refuseFor } from '#app/platform/forms/form.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'cover' };

export const meta = titled('Finish your account');

export const loader = publicLoader(async ({ params }) => {
  const begun = await openSignUp(params.token ?? '');
  return data({ begun }, { status: begun ? 200 : 404 });
});

export const action = publicAction(FinishSignUpSchema, async ({ form, params, access }) => {
  const answer = await completeSignUp(params.token ?? '', form.password);
  if (answer.ok) return arrive(access, answer, redirect('/', 303));
  if (answer.reason === 'limited') return refuseFor(answer.retryAfter);
  if (answer.reason === 'wrong-password') {
    return refuse({ password: notThePasswordChosen });
  }
  if (answer.reason === 'email-taken') {
    return refuse({ '': hasAccountWords });
  }
  return refuse({ '': signUpLinkUsed });
});

export default function FinishSignUpPage() {
  const { begun } = useLoaderData<typeof loader>();
  if (!begun) {
    return (
      <DeadLink to="/sign-up" label="Make an account">
        It may be older than three days, or your account is made already.
      </DeadLink>
    );
  }
  return (
    <Page width="narrow">
      <PageHead
        title={`Nearly there, ${apart(begun.name)}`}
        lede="Type the password you chose once more, and your account is made."
      />
      <PostForm>
        {/* Lets a password manager keep the two together. */}
        <input
          type="email"
          className="sr-only"
          autoComplete="username"
          value={begun.email}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
        <Field
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          hint={`For ${begun.email}`}
          required
        />
        <Button variant="primary" wide>
          Finish my account
        </Button>
      </PostForm>
    </Page>
  );
}
