import { redirect } from '@remix-run/node';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { Nothing } from '#app/accounts/forms.ts';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { Page, PageHead } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Sign out');

export const loader = viewerLoader(() => ({}));

export const action = viewerAction(Nothing, async ({ access }) => {
  await access.signOut();
  return redirect('/sign-in', 303);
});

export default function SignOutPage() {
  return (
    <Page width="narrow">
      <PageHead title="Sign out?" lede="This browser is signed out; others stay signed in." />
      <PostForm>
        <Button variant="primary">Sign out</Button>
      </PostForm>
    </Page>
  );
}
