import { addressOfConversation } from '#app/mentoring/addresses.ts';
import type { AskSource } from '#app/mentoring/asks/queries/source-view.ts';
import type {
  ConversationPage,
  OutcomeShown,
} from '#app/mentoring/conversations/queries/conversation-page.server.ts';
import { isShared } from '#app/mentoring/conversations/rules/outcome.ts';
import { helpedInWords } from '#app/mentoring/conversations/words.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Panel } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';

interface CameOfItProps {
  page: ConversationPage;
  /** what the ask comes from */
  source: AskSource | null;
}

/** What came of it, in the words of both, once they were asked; and the thanks. */
export function CameOfIt({ page, source }: CameOfItProps) {
  const { mine, theirs } = page.outcomes;
  const path = `${addressOfConversation(page.id)}/outcome`;
  const thanks = `${addressOfConversation(page.id)}/thanks`;
  const other = apart(page.other.name);
  const asked = page.askedAfter || page.ended !== null;
  if (!asked && !mine && !theirs && !page.thanks) return null;
  return (
    <>
      {asked && !mine && (
        <div className="mb-8">
          <Panel title="Did it help?">
            <p className="mb-4 text-ink-2">What did you do? Two lines are plenty.</p>
            <div className="actions">
              <ButtonLink to={path} variant="primary">
                Say what came of it
              </ButtonLink>
              {page.side === 'asker' && !page.thanks && (
                <ButtonLink to={thanks}>Thank {other}</ButtonLink>
              )}
            </div>
          </Panel>
        </div>
      )}
      {(mine || theirs || page.thanks) && (
        <section className="came-of-it" aria-labelledby="came-of-it">
          <h2 id="came-of-it">What came of it</h2>
          {mine && <Said who="You" outcome={mine} />}
          {theirs && <Said who={other} outcome={theirs} />}
          {mine && <Sharing {...{ mine, theirs, other, source }} />}
          {page.thanks && (
            <figure className="mt-6">
              <blockquote className="passage" dir="auto">
                <p>{page.thanks}</p>
              </blockquote>
              <figcaption className="hint">
                {page.side === 'asker' ? `Your thanks to ${other}` : `${other}’s thanks to you`}
              </figcaption>
            </figure>
          )}
          <div className="actions">
            {mine && page.side === 'asker' && !page.thanks && (
              <ButtonLink to={thanks}>Thank {other}</ButtonLink>
            )}
            {mine && (
              <ButtonLink to={path} variant="quiet">
                Change what you said
              </ButtonLink>
            )}
            {page.side === 'asker' && page.thanks && (
              <ButtonLink to={thanks} variant="quiet">
                Mend your thanks
              </ButtonLink>
            )}
          </div>
        </section>
      )}
    </>
  );
}

function Said({ who, outcome }: { who: string; outcome: OutcomeShown }) {
  return (
    <div className="mb-4">
      <p className="font-semibold">{`${who}: ${helpedInWords[outcome.helped]}`}</p>
      {outcome.html && <Prose html={outcome.html} />}
    </div>
  );
}

interface SharingProps {
  mine: OutcomeShown;
  theirs: OutcomeShown | null;
  other: string;
  source: AskSource | null;
}

/** Who reads what came of it, and the way to where. */
function Sharing({ mine, theirs, other, source }: SharingProps) {
  if (!isShared(mine, theirs)) {
    return (
      <p className="hint">
        {mine.share
          ? `You wish to share it. It stays between you unless ${other} does, too.`
          : 'It stays between the two of you.'}
      </p>
    );
  }
  const where = source && 'href' in source ? source.href : null;
  const place = 'where the ask came from';
  return (
    <p className="hint">
      You both wish to share it: the circle it was asked in reads it,{' '}
      {where ? <Link to={where}>{place}</Link> : place}.
    </p>
  );
}
