/** What a refused form says, by field. */

import { MOST_OPEN_INVITATIONS } from '#app/circles/rules/circles.ts';
import { list } from '#app/circles/words/circles.ts';
import { agreementChanged, notHost } from '#app/circles/words/refusals.ts';
import type { Reasons, Refused } from '#app/ui/forms/reasons.ts';
import { capital, countWord, plural } from '#app/ui/words.ts';
import type { AcceptOutcome } from './commands/answer-offer.server.ts';
import type { DecisionOutcome } from './commands/decide-request.server.ts';
import type { InviteOutcome } from './commands/invite.server.ts';
import type { NewcomerOutcome } from './commands/join-as-newcomer.server.ts';

const archived: Reasons = {
  '': 'This circle is archived just now: nobody can join it. Its host can bring it back.',
};

const gone: Reasons = { '': 'This invitation doesn’t work any more. Ask for a new one.' };

const joining: Record<Exclude<Refused<NewcomerOutcome>, 'limited'>, Reasons> = {
  gone,
  archived,
  'agreement-changed': agreementChanged,
  'no-account': {
    email:
      'We couldn’t make an account with this address. If you have one here, sign in to join; the link is below.',
  },
  'about-owner': {
    password: 'That is made of your own name or address. Choose something else.',
  },
};

export const joinRefusal = (reason: keyof typeof joining) => joining[reason];

const offers: Record<Refused<AcceptOutcome>, Reasons> = {
  archived,
  'not-yet': { '': 'No seat is offered to you yet.' },
  lapsed: { '': 'The offer has lapsed, and the seat went to the next person in line.' },
};

export const offerRefusal = (reason: Refused<AcceptOutcome>) => offers[reason];

/** Addresses as somebody types a list of them. */
export const listed = (to: readonly { name: string; email: string }[]) =>
  to.map(({ name, email }) => (name ? `${name} <${email}>` : email)).join('\n');

/** How far the seats go, for whoever invites several people at once. */
export function seatsLeft(free: number, open: number): string {
  const seats =
    free === 0
      ? 'All seats are taken: whoever comes stands in line.'
      : `${capital(countWord(free))} ${plural(free, 'seat is', 'seats are')} free.`;
  if (open === 0) return seats;
  return `${seats} ${capital(countWord(open))} ${plural(open, 'invitation is', 'invitations are')} open${free > 0 && open > free ? '; whoever comes when all seats are taken stands in line' : ''}.`;
}

type InviteRefused = Extract<InviteOutcome, { ok: false }>;

export function inviteRefusal(refused: InviteRefused): Reasons {
  if (refused.reason === 'not-host') return notHost;
  if (refused.reason === 'members') {
    const { names } = refused;
    return { emails: `${list(names)} ${plural(names.length, 'is', 'are')} in the circle already.` };
  }
  if (refused.reason === 'sent-before') {
    return {
      '': `This form was sent before, to ${list(refused.emails)}: what you have changed since is not sent yet. Look at the list, then send it.`,
    };
  }
  return {
    '': `A circle may have ${MOST_OPEN_INVITATIONS} invitations open, and this would be more. Withdraw some, or use the reusable link.`,
  };
}

const decisions: Record<Refused<DecisionOutcome>, Reasons> = {
  'not-host': notHost,
  decided: { '': 'This request was decided or withdrawn in the meantime.' },
};

export const decisionRefusal = (reason: Refused<DecisionOutcome>) => decisions[reason];

export const askedBefore =
  'You’ve asked this circle already, with another word. It stands below, and what you typed now is not sent yet.';

export const askedOften = 'You’ve asked this circle several times today. Give it until tomorrow.';

export const signedOutMeanwhile = 'You have been signed out. Sign in to join.';

export const signedInMeanwhile = 'You are signed in by now. Join as yourself.';
