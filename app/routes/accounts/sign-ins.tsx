import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { endOneSignIn, endOtherSignIns } from '#app/accounts/commands/end-sign-ins.server.ts';
import { EndSignInSchema } from '#app/accounts/forms.ts';
import { signInsOf } from '#app/accounts/queries/account.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { When } from '#app/time/when.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Chip, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Your sign-ins');

export const loader = viewerLoader(async ({ viewer, access }) => {
  const current = await access.current();
  return {
    signIns: await signInsOf(viewer, current?.token ?? ''),
    zone: viewer.timeZone,
    now: new Date().toISOString(),
  };
});

export const action = viewerAction(EndSignInSchema, async ({ viewer, form, access }) => {
  if (form.signIn === 'others') {
    const current = await access.current();
    await endOtherSignIns(viewer, current?.token ?? '');
    return redirectWith('/account/sign-ins', 'sign-ins-ended');
  }
  await endOneSignIn(viewer, form.signIn);
  return redirectWith('/account/sign-ins', 'sign-in-ended');
});

export default function SignInsPage() {
  const { signIns, zone, now } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        title="Your sign-ins"
        lede="The browsers that are signed in to your account. End what you do not know, then change your password."
      />
      <Rows label="Sign-ins">
        {signIns.map((signIn) => (
          <Row
            key={signIn.id}
            title={signIn.browser}
            meta={
              <>
                Last seen <When at={signIn.lastSeen} zone={zone} now={now} style="relative" />,
                first <When at={signIn.since} zone={zone} now={now} style="relative" />
              </>
            }
            action={
              signIn.isThisOne ? (
                <Chip>This browser</Chip>
              ) : (
                <PostForm name={signIn.id}>
                  <Hidden name="signIn" value={signIn.id} />
                  <Button aria-label={`End ${signIn.browser}`}>End</Button>
                </PostForm>
              )
            }
          />
        ))}
      </Rows>
      {signIns.length > 1 && (
        <PostForm name="others" className="mt-6">
          <Hidden name="signIn" value="others" />
          <Button variant="danger">End all others</Button>
        </PostForm>
      )}
    </Page>
  );
}
