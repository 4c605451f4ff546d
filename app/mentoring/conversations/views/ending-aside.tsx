import { addressOfConversation } from '#app/mentoring/addresses.ts';
import type { ConversationPage } from '#app/mentoring/conversations/queries/conversation-page.server.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';

/** The way out of a conversation, an ordinary button; and the way to say that something is wrong. */
export function EndingAside({ page }: { page: ConversationPage }) {
  const path = addressOfConversation(page.id);
  return (
    <section className="ending block" aria-label="Ending it">
      {!page.ended && (
        <>
          <p>It ends when either of you says so. Nobody asks why.</p>
          <div className="actions">
            <ButtonLink to={`${path}/ending`}>End it here</ButtonLink>
          </div>
          <p className="hint">
            A week after you began you’re both asked: did it help, what did you do?
          </p>
        </>
      )}
      {page.side === 'asker' && !page.ended && !page.askedAfter && !page.thanks && (
        <p className="hint">
          <Link to={`${path}/thanks`}>{`Thank ${apart(page.other.name)}`}</Link>
        </p>
      )}
      <Link to={`${path}/trouble`}>Something isn’t right</Link>
    </section>
  );
}
