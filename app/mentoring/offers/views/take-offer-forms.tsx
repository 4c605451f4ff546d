import { addressOfOffer } from '#app/mentoring/offers/addresses.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Checkbox } from '#app/ui/forms/choice-field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';

interface OfferProps {
  ask: number;
  offer: { id: number; name: string; setAside: boolean };
}

/**
 * What an asker does with an offer.
 * @param mayStayOpen whether they are asked if the ask stays open for others
 */
export function TakeOfferForms({ ask, offer, mayStayOpen }: OfferProps & { mayStayOpen: boolean }) {
  const name = apart(offer.name);
  return (
    <div className="actions">
      <PostForm action={addressOfOffer(ask, offer.id, 'taking')}>
        {mayStayOpen && (
          <Checkbox name="keep" value="open" label="Keep the ask open for others, too" />
        )}
        <Button variant="primary">Take it up with {name}</Button>
      </PostForm>
      {!offer.setAside && (
        <PostForm action={addressOfOffer(ask, offer.id, 'setting-aside')}>
          <Button variant="quiet">Thank {name}, not this time</Button>
        </PostForm>
      )}
    </div>
  );
}

/** Whether the asker hears on the day that a “not now” named. */
export function RemindForm({ ask, offer, on }: { ask: number; offer: number; on: boolean }) {
  return (
    <PostForm action={addressOfOffer(ask, offer, 'reminding')}>
      <Hidden name="remind" value={on ? 'no' : 'yes'} />
      <Button variant="quiet">{on ? 'Don’t remind me' : 'Remind me on that day'}</Button>
    </PostForm>
  );
}
