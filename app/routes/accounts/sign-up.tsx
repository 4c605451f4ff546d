import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicAction, publicLoader } from '#app/access/gates.server.ts';
import { signUp } from '#app/accounts/commands/sign-up.server.ts';
import { NewAccountSchema } from '#app/accounts/forms.ts';
import { timeZonesToChoose } from '#app/accounts/queries/account.server.ts';
import { mailIsKept, siteSettings } from '#app/accounts/queries/site.server.ts';
import { NewAccountFields } from '#app/accounts/views/new-account-fields.tsx';
import { byInvitationOnly } from '#app/accounts/words.ts';
import { refuse, refuseFor } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'cover' };

export const meta = titled('Make an account');

export const loader = publicLoader(async ({ viewer, request }) => {
  if (viewer) throw redirect('/');
  const { name, registration } = await siteSettings();
  const open = registration === 'open';
  return {
    site: name,
    choices: open ? timeZonesToChoose(request) : null,
    mailIsKept: mailIsKept(),
  };
});

export const action = publicAction(NewAccountSchema, async ({ form, access }) => {
  const answer = await signUp(form, access);
  if (answer.ok) return redirectWith('/sign-in', 'sign-up-mailed');
  if (answer.reason === 'limited') return refuseFor(answer.retryAfter);
  return refuse({ '': byInvitationOnly });
});

export default function SignUpPage() {
  const { site, choices, mailIsKept } = useLoaderData<typeof loader>();
  if (!choices) {
    return (
      <Page width="narrow">
        <PageHead
          title={`${site} is by invitation`}
          lede="Circles are small and confidential, so people come in through someone who knows them. The host of a circle sends you a link; you make your account there, on the same page."
        />
        <p className="mb-4">
          No link yet? Ask the person who told you about it. It is a good first ask.
        </p>
        <ButtonLink to="/sign-in">Sign in</ButtonLink>
      </Page>
    );
  }
  return (
    <Page width="narrow">
      <PageHead
        title="Make an account"
        lede="We send a link to your address; following it finishes your account."
      />
      <PostForm>
        <NewAccountFields {...choices} />
        <Button variant="primary" wide>
          Make my account
        </Button>
      </PostForm>
      {mailIsKept && (
        <p className="mt-6 text-ink-2">
          This site keeps its mail for its administrator instead of sending it: ask them for your
          link.
        </p>
      )}
      <p className="mt-6 text-ink-2">
        Have one already? <Link to="/sign-in">Sign in</Link>
      </p>
    </Page>
  );
}
