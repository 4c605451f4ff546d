/** What a refused form says, by field. */
import type { JoinOutcome } from './commands/join.server.ts';
import type { NewcomerOutcome } from './commands/join-as-newcomer.server.ts';
import type { MemberOutcome } from './commands/members.server.ts';

type Refused<O> = O extends { ok: false; reason: infer R extends string } ? R : never;
type Reasons = Record<string, string>;

export const agreementChanged: Reasons = {
  consent: 'The agreement changed while you were reading. Read it once more, then say you’re in.',
};

export const gone: Reasons = { '': 'This invitation doesn’t work any more. Ask for a new one.' };

const joining: Record<Refused<JoinOutcome> | Refused<NewcomerOutcome>, Reasons> = {
  gone,
  'agreement-changed': agreementChanged,
  'no-account': {
    email:
      'We couldn’t make an account with this address. If you have one here, sign in to join; the link is below.',
  },
  'about-owner': {
    password: 'That is made of your own name or address. Choose something else.',
  },
  limited: { '': 'That was tried very often from your network. Wait a while, then try again.' },
};

export const joinRefusal = (reason: keyof typeof joining) => joining[reason];

const members: Record<Refused<MemberOutcome>, Reasons> = {
  'not-host': { '': 'You no longer host this circle.' },
  'not-member': { '': 'They have left the circle in the meantime.' },
  'is-host': { '': 'They host the circle now.' },
  deactivated: { '': 'Their account is closed, so they cannot host. Choose someone else.' },
};

export const memberRefusal = (reason: Refused<MemberOutcome>) => members[reason];

export const notHost: Reasons = { '': 'You no longer host this circle.' };
