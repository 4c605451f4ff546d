import { Form } from '@remix-run/react';
import { Button } from '#app/ui/forms/button.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { NoticeBar } from '#app/ui/page/page.tsx';

/** For a person whose address is not confirmed: what to do, and the way to a new link. */
export function ConfirmEmailBanner({ email }: { email: string }) {
  const mail = useMailWords();
  return (
    <NoticeBar
      tone="cloth"
      action={
        <Form method="post" action="/account/confirmation">
          <Button variant="quiet">Send the link again</Button>
        </Form>
      }
    >
      Is {email} right?{' '}
      {mail(
        'Please follow the link we sent there, so that our mail reaches you.',
        'Its link has not left this site: ask its administrator for it.',
      )}
    </NoticeBar>
  );
}
