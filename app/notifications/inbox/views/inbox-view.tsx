import { Form } from '@remix-run/react';
import { HEARING } from '#app/notifications/hearing/addresses.ts';
import type { HeardOf } from '#app/notifications/hearing/queries/hearing-in-short.server.ts';
import { NO_MAIL_YET, WHAT_COMES } from '#app/notifications/hearing/words.ts';
import { addressOfEarlier, INBOX, MARKING } from '#app/notifications/inbox/addresses.ts';
import type { InboxPage } from '#app/notifications/inbox/queries/inbox-page.server.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Columns, Empty, Page, PageHead } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { InboxPart, MARKING_FORM } from './inbox-part.tsx';

interface InboxViewProps extends InboxPage {
  /** how much mail they get, in few words; none to who is in no circle */
  heard: readonly HeardOf[];
  /** a further page, of what was read before */
  earlier: boolean;
  inCircles: boolean;
}

/** What happened: for the viewer first, then circle by circle, a line each. */
export function InboxView(props: InboxViewProps) {
  const { title, lede, parts, next, marking, older, heard, earlier, inCircles } = props;
  const several = parts.filter(({ lines }) => lines.some(({ fresh }) => fresh)).length > 1;
  return (
    <>
      <Page>
        <PageHead title={title} lede={lede} />
        <Columns aside={heard.length > 0 && <HowYouHear heard={heard} />}>
          {parts.map((part) => (
            <InboxPart
              key={typeof part.of === 'string' ? part.of : part.of.id}
              {...part}
              canMark={several}
            />
          ))}
          {parts.length === 0 && <Nothing earlier={earlier} inCircles={inCircles} />}
          <Pager newer={earlier ? INBOX : null} older={older && addressOfEarlier(older)} />
        </Columns>
      </Page>
      {marking && next && (
        <div className="thumb">
          <Form method="post" action={MARKING} id={MARKING_FORM}>
            <input type="hidden" name="items" value={marking.items} />
            {marking.before && <input type="hidden" name="before" value={marking.before} />}
            <Button variant="quiet">Mark all read</Button>
          </Form>
          <ButtonLink to={next.to} variant="primary">
            <span>
              Next: <bdi>{next.called}</bdi>
            </span>
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function HowYouHear({ heard }: { heard: readonly HeardOf[] }) {
  const ofMail = useMailWords();
  return (
    <section>
      <h2>How you hear</h2>
      <dl className="inbox-heard">
        {heard.map(({ of, words }) => (
          <div key={of}>
            <dt>{of}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <Link to={HEARING}>Change it</Link>
      <p className="mt-2 text-sm text-ink-2">{ofMail(WHAT_COMES, NO_MAIL_YET)}</p>
    </section>
  );
}

function Nothing({ earlier, inCircles }: { earlier: boolean; inCircles: boolean }) {
  if (earlier) return <Empty title="There is nothing before that any more." />;
  if (inCircles) {
    return (
      <Empty title="Nothing has happened yet.">
        What happens in your circles comes here, a line each, and what is for you comes first.
      </Empty>
    );
  }
  return (
    <Empty
      title="You’re in no circle yet."
      action={
        <ButtonLink to="/circles" variant="primary">
          Find a circle
        </ButtonLink>
      }
    >
      Once you are, what happens there comes here, a line each.
    </Empty>
  );
}
