import { CircleRow } from '#app/circles/views/circle-row.tsx';
import { addressOfInvited, addressOfRequests, addressOfSeat } from '#app/joining/addresses.ts';
import type { WaysIn } from '#app/joining/queries/mine.server.ts';
import { When } from '#app/time/when.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { plural } from '#app/ui/words.ts';

/** Seats that are held for the viewer. */
export function OfferRows({ offers, zone }: { offers: WaysIn['offers']; zone: string }) {
  return offers.map((place) => (
    <CircleRow
      key={place.slug}
      circle={{ ...place, taken: place.members }}
      new="A seat is yours to take"
      action={<ButtonLink to={addressOfSeat(place.slug)}>Take or decline it</ButtonLink>}
    >
      Held for you until {place.until && <When at={place.until} zone={zone} />}.
    </CircleRow>
  ));
}

interface InvitationRowsProps {
  invitations: WaysIn['invitations'];
  zone: string;
}

/** Invitations to the viewer's own address. */
export function InvitationRows({ invitations, zone }: InvitationRowsProps) {
  return invitations.map((invitation) => (
    <CircleRow
      key={invitation.id}
      circle={invitation}
      new="Invitation"
      action={<ButtonLink to={addressOfInvited(invitation.id)}>See the circle</ButtonLink>}
    >
      <bdi>{invitation.host}</bdi> invites you, until{' '}
      <When at={invitation.until} zone={zone} style="day" />.
    </CircleRow>
  ));
}

/** Requests to join the circles that the viewer hosts. */
export function RequestRows({ requests }: { requests: WaysIn['requests'] }) {
  return requests.map((circle) => (
    <CircleRow
      key={circle.slug}
      circle={circle}
      new={`${circle.n} ${plural(circle.n, 'request', 'requests')}`}
      action={<ButtonLink to={addressOfRequests(circle.slug)}>Answer</ButtonLink>}
    >
      {plural(circle.n, 'Someone asks', 'People ask')} for a seat.
    </CircleRow>
  ));
}
