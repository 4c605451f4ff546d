import type { ReactNode } from 'react';
import { addressOfAgreement } from '#app/circles/addresses.ts';
import { CircleRow } from '#app/circles/views/circle-row.tsx';
import { addressOfInvited, addressOfRequests, addressOfSeat } from '#app/joining/addresses.ts';
import type { Needs } from '#app/joining/queries/mine.server.ts';
import { When } from '#app/time/when.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Block } from '#app/ui/page/page.tsx';
import { plural } from '#app/ui/words.ts';

interface NeedsYouProps {
  needs: Needs;
  timeZone: string;
  /** more rows of the list */
  children?: ReactNode;
}

/** What waits for the viewer, most urgent first. Draws nothing when nothing does. */
export function NeedsYou({ needs, timeZone, children }: NeedsYouProps) {
  const offers = needs.places.filter((place) => place.state === 'offered');
  const { invitations, requests, agreements } = needs;
  const any =
    offers.length + invitations.length + requests.length + agreements.length > 0 || children;
  if (!any) return null;
  return (
    <Block title="Needs you">
      <ul className="rows">
        {offers.map((place) => (
          <CircleRow
            key={`offer-${place.slug}`}
            circle={{ ...place, taken: place.members }}
            new="A seat is yours to take"
            action={<ButtonLink to={addressOfSeat(place.slug)}>Take or decline it</ButtonLink>}
          >
            Held for you until {place.until && <When at={place.until} zone={timeZone} />}.
          </CircleRow>
        ))}
        {invitations.map((invitation) => (
          <CircleRow
            key={`invitation-${invitation.id}`}
            circle={invitation}
            new="Invitation"
            action={<ButtonLink to={addressOfInvited(invitation.id)}>See the circle</ButtonLink>}
          >
            {invitation.host} invites you, until{' '}
            <When at={invitation.until} zone={timeZone} style="day" />.
          </CircleRow>
        ))}
        {requests.map((circle) => (
          <CircleRow
            key={`requests-${circle.slug}`}
            circle={circle}
            new={`${circle.n} ${plural(circle.n, 'request', 'requests')}`}
            action={<ButtonLink to={addressOfRequests(circle.slug)}>Answer</ButtonLink>}
          >
            {plural(circle.n, 'Someone asks', 'People ask')} for a seat.
          </CircleRow>
        ))}
        {agreements.map((circle) => (
          <CircleRow
            key={`agreement-${circle.slug}`}
            circle={circle}
            new="Agreement"
            action={<ButtonLink to={addressOfAgreement(circle.slug)}>Read and say yes</ButtonLink>}
          >
            It waits for your “I’m in”.
          </CircleRow>
        ))}
        {children}
      </ul>
    </Block>
  );
}
