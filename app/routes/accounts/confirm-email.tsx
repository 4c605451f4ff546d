import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicAction, publicLoader } from '#app/access/gates.server.ts';
import { confirmEmail } from '#app/accounts/commands/confirm-email.server.ts';
import { confirmationFor } from '#app/accounts/queries/links.server.ts';
import { DeadLink } from '#app/accounts/views/dead-link.tsx';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { pagePath } from '#app/remix/addresses.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'cover' };

export const meta = titled('Confirm your address');

export const loader = publicLoader(async ({ params, viewer, url }) => {
  const link = await confirmationFor(params.token ?? '', viewer);
  const signIn = `/sign-in?to=${encodeURIComponent(pagePath(url.pathname))}`;
  return data({ link, signIn }, { status: link ? 200 : 404 });
});

const reasons = {
  gone: 'This link does not work any more.',
  'email-taken': 'Another account uses this address, so yours stays as it is.',
  'sign-in-first': 'Sign in first, then confirm your new address.',
};

export const action = publicAction(EmptySchema, async ({ params, viewer, access }) => {
  const answer = await confirmEmail(params.token ?? '', await access.current());
  if (!answer.ok) return refuse({ '': reasons[answer.reason] });
  return redirectWith(viewer ? '/account' : '/sign-in', 'email-confirmed');
});

export default function ConfirmEmailPage() {
  const { link, signIn } = useLoaderData<typeof loader>();
  if (!link) {
    return (
      <DeadLink to="/account" label="Go to my account">
        It may have been used, or be older than three days. You can have a new one sent from your
        account.
      </DeadLink>
    );
  }
  return (
    <Page width="narrow">
      <PageHead
        title={link.changes ? 'Confirm your new address' : 'Confirm your address'}
        lede={
          link.changes
            ? `From now on your account uses ${link.email}.`
            : `Is ${link.email} yours? Then invitations and news of your sessions will reach you.`
        }
      />
      {link.needsSignIn ? (
        <>
          <p>To change the address of your account, please sign in with the old one first.</p>
          <ButtonLink to={signIn} variant="primary">
            Sign in
          </ButtonLink>
        </>
      ) : (
        <PostForm>
          <Button variant="primary">Confirm this address</Button>
        </PostForm>
      )}
    </Page>
  );
}
