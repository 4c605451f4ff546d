/** What a refused form says, by field. */
import { plural } from '#app/ui/format.ts';
import type { AcceptOutcome } from './commands/answer-offer.server.ts';
import type { AgreementOutcome } from './commands/change-agreement.server.ts';
import type { SettingsOutcome } from './commands/change-settings.server.ts';
import type { DecisionOutcome } from './commands/decide-request.server.ts';
import type { InviteOutcome } from './commands/invite.server.ts';
import type { NewcomerOutcome } from './commands/join-as-newcomer.server.ts';
import type { LeaveOutcome, MemberOutcome } from './commands/members.server.ts';
import { MOST_OPEN_INVITATIONS } from './rules.ts';

type Refused<O> = O extends { ok: false; reason: infer R extends string } ? R : never;
type Reasons = Record<string, string>;

export const agreementChanged: Reasons = {
  consent: 'The agreement changed while you were reading. Read it once more, then say you’re in.',
};

export const notHost: Reasons = { '': 'You no longer host this circle.' };

const gone: Reasons = { '': 'This invitation doesn’t work any more. Ask for a new one.' };

const joining: Record<Exclude<Refused<NewcomerOutcome>, 'limited'>, Reasons> = {
  gone,
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

const members: Record<Refused<MemberOutcome>, Reasons> = {
  'not-host': notHost,
  'not-member': { '': 'They have left the circle in the meantime.' },
  'is-host': { '': 'They host the circle now.' },
  deactivated: { '': 'Their account is closed, so they cannot host. Choose someone else.' },
};

export const memberRefusal = (reason: Refused<MemberOutcome>) => members[reason];

const offers: Record<Refused<AcceptOutcome>, Reasons> = {
  'not-yet': { '': 'No seat is offered to you yet. We write to you when one is.' },
  lapsed: { '': 'The offer has lapsed, and the seat went to the next person in line.' },
};

export const offerRefusal = (reason: Refused<AcceptOutcome>) => offers[reason];

const leavings: Record<Refused<LeaveOutcome>, Reasons> = {
  'hand-over-first': { '': 'You host the circle by now. Hand it over first.' },
  alone: { '': 'You’re the only one left, and host it by now. Invite someone and hand it over.' },
};

export const leavingRefusal = (reason: Refused<LeaveOutcome>) => leavings[reason];

type InviteRefused = Extract<InviteOutcome, { ok: false }>;

export function inviteRefusal(refused: InviteRefused): Reasons {
  if (refused.reason === 'member') return { email: `${refused.name} is in the circle already.` };
  if (refused.reason === 'not-host') return notHost;
  return {
    '': `${MOST_OPEN_INVITATIONS} invitations are open. Withdraw some, or use the reusable link.`,
  };
}

const decisions: Record<Refused<DecisionOutcome>, Reasons> = {
  'not-host': notHost,
  decided: { '': 'This request was decided or withdrawn in the meantime.' },
};

export const decisionRefusal = (reason: Refused<DecisionOutcome>) => decisions[reason];

export function settingsRefusal(refused: Extract<SettingsOutcome, { ok: false }>): Reasons {
  if (refused.reason === 'not-host') return notHost;
  if (refused.reason === 'changed') {
    return {
      '': 'These settings were saved elsewhere while you were here. Compare, then save again.',
    };
  }
  const { members, offers } = refused;
  const held = offers > 0 ? ` and ${offers} ${plural(offers, 'seat is', 'seats are')} offered` : '';
  return {
    seats: `${members} ${plural(members, 'seat is', 'seats are')} taken${held}: it can’t have fewer.`,
  };
}

const agreements: Record<Refused<AgreementOutcome>, Reasons> = {
  'not-host': notHost,
  changed: {
    body: 'Another version was saved while you wrote. Compare, then save yours again if it still holds.',
  },
};

export const agreementRefusal = (reason: Refused<AgreementOutcome>) => agreements[reason];
