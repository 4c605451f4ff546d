import { APART, addressOfConversation } from '#app/mentoring/addresses.ts';
import { addressOfHandingOver } from '#app/mentoring/conversations/addresses.ts';
import { addressOfReport } from '#app/mentoring/reports/addresses.ts';
import type { handedOver } from '#app/mentoring/reports/queries/report.server.ts';
import { dayIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';

interface TroubleProps {
  conversationId: number;
  /** the name of the other */
  other: string;
  blocked: boolean;
  handed: Awaited<ReturnType<typeof handedOver>>;
  zone: string;
}

/** What can be done when something isn’t right: talk to somebody, or be done with them. */
export function TroubleView({ conversationId, other, blocked, handed, zone }: TroubleProps) {
  const path = addressOfConversation(conversationId);
  const name = apart(other);
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<Link to={path}>Your conversation</Link>}
        title="Something isn’t right"
        lede={`Whatever you do here, ${name} is told nothing of it.`}
      />
      <Block title="Show it to somebody">
        <p>
          You choose the one person who reads it, and what of it they read: the notes you tick, and
          a few words of yours.
        </p>
        <div className={handed.length > 0 ? 'actions mb-6' : 'actions'}>
          <ButtonLink to={addressOfHandingOver(conversationId)}>Show it to somebody</ButtonLink>
        </div>
        {handed.length > 0 && (
          <Rows label="What you handed over">
            {handed.map(({ id, to, at, settled }) => (
              <Row
                key={id}
                to={addressOfReport(id)}
                title={`To ${apart(to)}, ${dayIn(at, zone)}`}
                meta={settled ? `${apart(to)} saw to it.` : 'Handed over.'}
              />
            ))}
          </Rows>
        )}
      </Block>
      <Block title={`Block ${name}`}>
        {blocked ? (
          <p>
            You blocked {name}. It can be lifted on{' '}
            <Link to={APART}>your list of whom you keep apart</Link>.
          </p>
        ) : (
          <>
            <p>{blockingInWords(name)}</p>
            <div className="actions">
              <ButtonLink to={`${path}/blocking`}>Block {name}</ButtonLink>
            </div>
          </>
        )}
      </Block>
    </Page>
  );
}

/** @param name set apart */
export const blockingInWords = (name: string) =>
  `${name} reads this conversation and your asks no more. What they offered you is withdrawn, and you find none of their asks either. In circles you share you both stay.`;
