import { CircleRow } from '#app/circles/views/circle-row.tsx';
import { addressOfInvited, addressOfRequests, addressOfSeat } from '#app/joining/addresses.ts';
import type { WaysIn } from '#app/joining/queries/mine.server.ts';
import { When } from '#app/time/when.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { BoundedRows } from '#app/ui/page/bounded-rows.tsx';
import { plural } from '#app/ui/words.ts';

/** Seats that are held for the viewer. */
export function OfferRows({ offers, zone }: { offers: WaysIn['offers']; zone: string }) {
  const held = ({ until }: WaysIn['offers'][number]) => (
    <>Held for you until {until && <When at={until} zone={zone} />}.</>
  );
  return (
    <BoundedRows
      of={offers}
      row={(place) => (
        <CircleRow
          key={place.slug}
          circle={{ ...place, taken: place.members }}
          new="A seat is yours to take"
          action={<ButtonLink to={addressOfSeat(place.slug)}>Take or decline it</ButtonLink>}
        >
          {held(place)}
        </CircleRow>
      )}
      line={(place) => ({ to: addressOfSeat(place.slug), title: place.name, meta: held(place) })}
    />
  );
}

interface InvitationRowsProps {
  invitations: WaysIn['invitations'];
  zone: string;
}

/** Invitations to the viewer's own address. */
export function InvitationRows({ invitations, zone }: InvitationRowsProps) {
  const said = ({ host, until }: WaysIn['invitations'][number]) => (
    <>
      <bdi>{host}</bdi> invites you, until <When at={until} zone={zone} style="day" />.
    </>
  );
  return (
    <BoundedRows
      of={invitations}
      row={(invitation) => (
        <CircleRow
          key={invitation.id}
          circle={invitation}
          new="Invitation"
          action={<ButtonLink to={addressOfInvited(invitation.id)}>See the circle</ButtonLink>}
        >
          {said(invitation)}
        </CircleRow>
      )}
      line={(invitation) => ({
        to: addressOfInvited(invitation.id),
        title: invitation.name,
        meta: said(invitation),
      })}
    />
  );
}

/** Requests to join the circles that the viewer hosts. */
export function RequestRows({ requests }: { requests: WaysIn['requests'] }) {
  const number = ({ n }: { n: number }) => `${n} ${plural(n, 'request', 'requests')}`;
  return (
    <BoundedRows
      of={requests}
      row={(circle) => (
        <CircleRow
          key={circle.slug}
          circle={circle}
          new={number(circle)}
          action={<ButtonLink to={addressOfRequests(circle.slug)}>Answer</ButtonLink>}
        >
          {plural(circle.n, 'Someone asks', 'People ask')} for a seat.
        </CircleRow>
      )}
      line={(circle) => ({
        to: addressOfRequests(circle.slug),
        title: circle.name,
        meta: number(circle),
      })}
    />
  );
}
