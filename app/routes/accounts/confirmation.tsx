import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { askForConfirmation } from '#app/accounts/commands/change-email.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Confirm your address');

export const loader = viewerLoader(({ viewer }) => {
  if (viewer.emailConfirmed) throw redirect('/account');
  return { email: viewer.email };
});

export const action = viewerAction(EmptySchema, async ({ viewer }) => {
  const answer = await askForConfirmation(viewer);
  return answer.ok ? redirectWith('/account', 'confirmation-mailed') : redirect('/account', 303);
});

export default function ConfirmationPage() {
  const { email } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  return (
    <Page width="narrow">
      <PageHead
        title="Confirm your address"
        lede={mail(
          `We send a link to ${email}. Following it tells us that our mail reaches you.`,
          `We write a link for ${email}. No mail leaves this site yet: ask its administrator for it.`,
        )}
      />
      <PostForm>
        <Button variant="primary">Send me the link</Button>
      </PostForm>
    </Page>
  );
}
