import type { DeadLetter } from '#app/notifications/queries/dead-letters.server.ts';
import {
  ALL_MAIL_AGAIN,
  addressOfForgetting,
  addressOfSendingAgain,
  OUTBOX,
  REFUSED_ADDRESSES,
} from '#app/site/addresses.ts';
import type { mailPage } from '#app/site/queries/mail-page.server.ts';
import { mailComplaint } from '#app/site/rules/mail-complaint.ts';
import { When } from '#app/time/when.tsx';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Empty, Facts, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { MailTest } from './mail-test.tsx';
import { SiteNav } from './site-nav.tsx';

interface MailViewProps {
  mail: Awaited<ReturnType<typeof mailPage>>;
  letters: DeadLetter[];
  newer: string | null;
  older: string | null;
  /** the administrator's own */
  address: string;
  zone: string;
  now: Date;
}

/** How mail does, and what could not be sent: what kind it was and for whom, never what it says. */
export function MailView({ mail, letters, newer, older, address, zone, now }: MailViewProps) {
  const { through, waiting, failing, sent, givenUp, refused } = mail;
  return (
    <Page width="narrow">
      <SiteNav />
      <PageHead
        title="Mail"
        lede={
          givenUp > 0
            ? 'Some messages could not be sent. They stand below, each with the reason.'
            : 'Every message that was to be sent was sent, or waits.'
        }
      />
      <Facts
        items={[
          {
            term: 'Goes',
            value: through ? (
              `through ${through}`
            ) : (
              <>
                into the <Link to={OUTBOX}>Outbox</Link>: SMTP_URL names no mail server
              </>
            ),
          },
          { term: 'In a day', value: `${sent} sent` },
          {
            term: 'Waits',
            value: failing ? (
              <>
                {failing.count === waiting ? waiting : `${waiting}, of them ${failing.count}`} tried
                in vain
                <p className="state-wrong">{mailComplaint(failing.error)}</p>
                <p className="state-said">{failing.error}</p>
              </>
            ) : (
              waiting
            ),
          },
          {
            term: 'Refused',
            value: (
              <Link to={REFUSED_ADDRESSES}>
                {refused === 1 ? 'one address' : `${refused || 'no'} addresses`} not written to any
                more
              </Link>
            ),
          },
        ]}
      />
      <MailTest test={mail.test} address={address} through={through} zone={zone} now={now} />
      <Block
        title="Given up"
        action={
          givenUp > 1 && (
            <PostForm action={ALL_MAIL_AGAIN}>
              <Button variant="quiet">{`Send all ${givenUp} again`}</Button>
            </PostForm>
          )
        }
      >
        {letters.length === 0 ? (
          <Empty title="Nothing was given up">
            What is refused, or could not be sent after ten tries, stands here until you have it
            sent again or forget it.
          </Empty>
        ) : (
          <Rows label="Messages given up">
            {letters.map((letter) => (
              <Letter key={letter.id} letter={letter} zone={zone} now={now} />
            ))}
          </Rows>
        )}
        <Pager newer={newer} older={older} />
      </Block>
    </Page>
  );
}

interface LetterProps {
  letter: DeadLetter;
  zone: string;
  now: Date;
}

function Letter({ letter: { id, kind, name, address, said, failedAt }, zone, now }: LetterProps) {
  return (
    <Row
      title={kind}
      meta={
        <>
          To {name && `${apart(name)}, `}
          {address},{' '}
          <When at={failedAt.toISOString()} zone={zone} now={now.toISOString()} style="relative" />
        </>
      }
      action={
        <>
          <PostForm action={addressOfSendingAgain(id)}>
            <Button variant="quiet">Send again</Button>
          </PostForm>
          <PostForm action={addressOfForgetting(id)}>
            <Button variant="quiet">Forget it</Button>
          </PostForm>
        </>
      }
    >
      <p>{mailComplaint(said)}</p>
      <p className="state-said">{said}</p>
    </Row>
  );
}
