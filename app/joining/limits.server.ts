import type { Host } from '#app/access/proofs.ts';
import { addressKey } from '#app/accounts/rules/accounts.ts';
import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';
import { limit } from '#app/platform/limits/rate-limit.server.ts';
import type { Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';

// Seats, places in line and answers to requests are one for each newcomer or request, and
// mail nobody who did not come by one of these: they need no limit.

/** who leaves can join again */
export const joins = limitMaking({
  name: 'join-circle',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have joined circles ${most} times in the last hour. Join this one ${wait}.`,
});

/** Each is a mail to a host, and one that is withdrawn can be made again. */
export const joinRequests = limitMaking({
  name: 'join-request',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have asked for a seat ${most} times in the last hour. What you typed is kept here; ask again ${wait}.`,
});

export const joinLinks = limitMaking({
  name: 'join-link',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have made ${most} links in the last hour. The last one works; make another ${wait}.`,
});

// Invitations are mail to people who did not ask for it, and withdrawing one makes room for another.

export const invitationsToAddress = limitMaking({
  name: 'invite-to',
  points: 6,
  seconds: 24 * HOUR_SECONDS,
  words: (most, wait) =>
    `You have invited one of these addresses ${most} times in a day. Nothing is lost: send it again ${wait}.`,
});

export const invitationsADay = limitMaking({
  name: 'invite',
  points: 60,
  seconds: 24 * HOUR_SECONDS,
  words: (most, wait) =>
    `You have made ${most} invitations in a day. Nothing is lost: send it again ${wait}.`,
});

export const invitationsAnHour = limitMaking({
  name: 'invite-hour',
  points: 40,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have made ${most} invitations in the last hour. Nothing is lost: send it again ${wait}.`,
});

/** Counts invitations by this person to these addresses, in whichever circle. */
export async function countInvitations(
  tx: Tx,
  { personId }: Host,
  emails: readonly string[],
): Promise<void> {
  await together(tx, (at) => [
    ...emails.map((email) => invitationsToAddress.count(at, personId, addressKey(email))),
    invitationsADay.countAll(at, personId, emails.length),
    invitationsAnHour.countAll(at, personId, emails.length),
  ]);
}

/**
 * Newcomers who join by a link, per network. Whoever holds one may try addresses with it; this
 * bounds how many.
 */
export const newcomers = limit({ name: 'join', points: 40, seconds: HOUR_SECONDS });
