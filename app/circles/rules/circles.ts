/** Pure decisions about circles. Commands enforce them, views show by them. */
import type { Role } from '#app/access/proofs.ts';

export const FEWEST_SEATS = 3;
export const MOST_SEATS = 12;
export const USUAL_SEATS = 8;

/** How long a seat offered from the waiting list is held. */
export const OFFER_DAYS = 3;
export const INVITATION_DAYS = 14;
/** What a host may choose from for the reusable link. */
export const LINK_DAYS = [1, 7, 30] as const;
/** Keeps a circle from being used to send mail to strangers. */
export const MOST_OPEN_INVITATIONS = 30;

/** Spares a host the same request again and again. */
export const MOST_REQUESTS_A_DAY = 3;

export const CLOTHS = ['pine', 'indigo', 'plum', 'madder', 'ochre', 'slate'] as const;

/** What the host may give; being host is handed over, never given. */
export const GIVEN_ROLES = ['member', 'facilitator'] as const;
export type GivenRole = (typeof GIVEN_ROLES)[number];

/** Seats are taken by members and by offers that are still held. */
export const freeSeats = (circle: { seats: number; members: number; offers: number }) =>
  Math.max(0, circle.seats - circle.members - circle.offers);

interface Place {
  offered_at: Date | null;
  offer_expires_at: Date | null;
  ended_at: Date | null;
}
export type PlaceState = 'waiting' | 'offered' | 'lapsed' | 'ended';

/** An offer lapses by the clock, also before the job that tidies it up has run. */
export function placeState(place: Place, now: Date): PlaceState {
  if (place.ended_at) return 'ended';
  if (!place.offer_expires_at) return 'waiting';
  return place.offer_expires_at > now ? 'offered' : 'lapsed';
}

interface Opening {
  expires_at: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
}
export type InvitationState = 'open' | 'used' | 'withdrawn' | 'expired';

export function invitationState(invitation: Opening, now: Date): InvitationState {
  if (invitation.revoked_at) return 'withdrawn';
  if (invitation.accepted_at) return 'used';
  return invitation.expires_at > now ? 'open' : 'expired';
}

interface Standing {
  role: string;
  joined_at: Date;
  person_id: number;
}

/**
 * Who hosts a circle after a host whose account was closed: of those whose account is open the
 * facilitator, else the member, who has been there longest.
 */
export function nextHost<S extends Standing>(active: readonly S[]): S | undefined {
  const later = (a: S, b: S) =>
    Number(a.role !== 'facilitator') - Number(b.role !== 'facilitator') ||
    Number(a.joined_at) - Number(b.joined_at) ||
    a.person_id - b.person_id;
  return [...active].sort(later)[0];
}

/** Nobody could host a circle who cannot sign in. */
export const canHost = (person: { closed: boolean }) => !person.closed;

export type Leaving = 'free' | 'hand-over-first' | 'alone';

/** A circle always has a host: the host hands it over before leaving, and alone stays. */
export function leaving(role: Role, members: number): Leaving {
  if (role !== 'host') return 'free';
  return members === 1 ? 'alone' : 'hand-over-first';
}
