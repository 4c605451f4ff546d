import { addressOfConversation, addressOfOffer } from '#app/mentoring/addresses.ts';
import type { MyAsk, OfferToMe } from '#app/mentoring/offers/queries/answers-view.ts';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { Checkbox } from '#app/ui/forms/choice-field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Prose } from '#app/ui/page/prose.tsx';

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
  const remind = offer.remind ? 'no' : 'yes';
  return (
    <>
      <p className="row-title">
        <bdi>{offer.name}</bdi>: not now, ask me after{' '}
        {offer.until && dayOf(offer.until, 'long', now)}
      </p>
      {offer.there && (
        <PostForm action={addressOfOffer(ask.id, offer.id, 'reminding')}>
          <Hidden name="remind" value={remind} />
          <Button variant="quiet">
            {offer.remind ? 'Don’t remind me' : 'Remind me on that day'}
          </Button>
        </PostForm>
      )}
    </>
  );
}

function CanHelp({ ask, offer }: Omit<OfferRowProps, 'now'>) {
  const { name, facedHtml, setAside, there, conversationId } = offer;
  const canTake = there && (ask.state === 'open' || ask.closedAs === 'found');
  return (
    <>
      <p className="row-title">
        <bdi>{name}</bdi> can help
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
      {conversationId === null && canTake && <Take ask={ask} offer={offer} />}
    </>
  );
}

function Take({ ask, offer }: Omit<OfferRowProps, 'now'>) {
  const name = apart(offer.name);
  return (
    <>
      <PostForm action={addressOfOffer(ask.id, offer.id, 'taking')}>
        {ask.state === 'open' && (
          <Checkbox name="keep" value="open" label="Keep the ask open for others, too" />
        )}
        <Button variant="primary">Take it up with {name}</Button>
      </PostForm>
      {!offer.setAside && (
        <PostForm action={addressOfOffer(ask.id, offer.id, 'setting-aside')}>
          <Button variant="quiet">Thank {name}, not this time</Button>
        </PostForm>
      )}
    </>
  );
}
