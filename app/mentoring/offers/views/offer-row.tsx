import { addressOfConversation } from '#app/mentoring/addresses.ts';
import type { MyAsk, OfferToMe } from '#app/mentoring/offers/queries/answers-view.ts';
import { dayOf } from '#app/time/words.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { RemindForm, TakeOfferForms } from './take-offer-forms.tsx';

interface OfferRowProps {
  ask: MyAsk;
  offer: OfferToMe;
  now: number;
}

/** What one person answered, and what the asker can do with it. */
export function OfferRow({ ask, offer, now }: OfferRowProps) {
  const { name, picture } = offer;
  return (
    <li className="row ask-offer" id={`offer-${offer.id}`}>
      <PersonMark name={name} picture={picture} />
      <div className="row-words">
        {offer.state === 'not_now' ? (
          <NotNow ask={ask} offer={offer} now={now} />
        ) : (
          <CanHelp ask={ask} offer={offer} />
        )}
      </div>
    </li>
  );
}

function NotNow({ ask, offer, now }: OfferRowProps) {
  return (
    <>
      <p className="row-title">
        <span>
          <bdi>{offer.name}</bdi>: not now, ask me after{' '}
          {offer.until && dayOf(offer.until, 'long', now)}
        </span>
        {offer.fresh && <span className="new">New</span>}
      </p>
      {offer.there && <RemindForm ask={ask.id} offer={offer.id} on={offer.remind} />}
    </>
  );
}

function CanHelp({ ask, offer }: Omit<OfferRowProps, 'now'>) {
  const { name, facedHtml, setAside, there, conversationId } = offer;
  const canTake = there && (ask.state === 'open' || ask.closedAs === 'found');
  return (
    <>
      <p className="row-title">
        <span>
          <bdi>{name}</bdi> can help
        </span>
        {offer.fresh && <span className="new">New</span>}
      </p>
      {facedHtml && (
        <>
          <p className="eyebrow">A time I faced this</p>
          <Prose html={facedHtml} />
        </>
      )}
      {conversationId !== null && (
        <p>
          <Link to={addressOfConversation(conversationId)}>
            Your conversation with <bdi>{name}</bdi>
          </Link>
        </p>
      )}
      {conversationId === null && setAside && (
        <p className="row-meta">You thanked them: not this time.</p>
      )}
      {conversationId === null && !there && (
        <p className="row-meta">They are not to be had for this any more.</p>
      )}
      {conversationId === null && canTake && (
        <TakeOfferForms ask={ask.id} offer={offer} mayStayOpen={ask.state === 'open'} />
      )}
    </>
  );
}
