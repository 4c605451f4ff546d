import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { ForgettingForm } from '#app/ui/forms/forgetting-form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Sign out');

export const loader = viewerLoader(({ viewer }) => ({ id: viewer.personId }));

export const action = viewerAction(EmptySchema, async ({ viewer, access }) => {
  await access.signOut();
  return redirectWith('/sign-in', 'signed-out', String(viewer.personId));
});

export default function SignOutPage() {
  const { id } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        title="Sign out?"
        lede="This browser is signed out, and drops the drafts it kept for you. Others stay signed in."
      />
      <ForgettingForm owner={id}>
        <Button variant="primary">Sign out</Button>
      </ForgettingForm>
    </Page>
  );
}
