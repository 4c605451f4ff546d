import type { LastMessage } from '#app/notifications/queries/last-message.server.ts';
import { MAIL, MAIL_TEST } from '#app/site/addresses.ts';
import { mailComplaint } from '#app/site/rules/mail-complaint.ts';
import { When } from '#app/time/when.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block } from '#app/ui/page/page.tsx';

interface MailTestProps {
  test: LastMessage | null;
  /** the administrator's own */
  address: string;
  through: string | null;
  zone: string;
  now: Date;
}

/** A message to oneself, and what became of the last one. */
export function MailTest({ test, address, through, zone, now }: MailTestProps) {
  return (
    <Block title="Try it">
      <PostForm action={MAIL_TEST}>
        <Button>Send me a test</Button>
      </PostForm>
      {test && <Became test={test} through={through} zone={zone} now={now} />}
      <p className="mt-3 text-sm text-ink-2">{`It goes to ${address}.`}</p>
    </Block>
  );
}

function Became({
  test,
  through,
  zone,
  now,
}: Omit<MailTestProps, 'test' | 'address'> & { test: LastMessage }) {
  const { madeAt, sentAt, triedAt, failedAt, said } = test;
  const when = (at: Date) => (
    <When at={at.toISOString()} zone={zone} now={now.toISOString()} style="relative" />
  );
  if (sentAt) {
    return (
      <p className="mt-3">
        The last one was {through ? `taken by ${through}` : 'put into the Outbox'} {when(sentAt)}.
        {through && ' If it is not in your inbox, look among the spam.'}
      </p>
    );
  }
  if (!triedAt) {
    return (
      <p className="mt-3">
        The one of {when(madeAt)} waits to be sent. <Link to={MAIL}>Look again</Link>
      </p>
    );
  }
  return (
    <div className="mt-3">
      <p>
        The one of {when(madeAt)} was not sent{failedAt ? '' : ', and is tried again'}.{' '}
        <Link to={MAIL}>Look again</Link>
      </p>
      <p className="state-wrong">{mailComplaint(said)}</p>
      <p className="state-said">{said}</p>
    </div>
  );
}
