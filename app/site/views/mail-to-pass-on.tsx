import { OUTBOX } from '#app/site/addresses.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Row } from '#app/ui/page/page.tsx';
import { capital, countWord, plural } from '#app/ui/words.ts';

/** No mail leaves the site: who runs it has it to pass on. Stands in <Rows>. */
export function MailToPassOn({ count }: { count: number }) {
  const messages = plural(count, 'message waits', 'messages wait');
  return (
    <Row
      title={`${capital(countWord(count))} ${messages} in the Outbox`}
      to={OUTBOX}
      meta="No mail leaves this site yet, so nobody has read them. You can pass their links on."
      action={<ButtonLink to={OUTBOX}>See them</ButtonLink>}
    />
  );
}
