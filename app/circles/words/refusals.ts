/** What a refused form says, by field. */

import type { AgreementOutcome } from '#app/circles/agreement/commands/change-agreement.server.ts';
import type { SettingsOutcome } from '#app/circles/commands/change-settings.server.ts';
import type { LeaveOutcome, MemberOutcome } from '#app/circles/commands/members.server.ts';
import type { Reasons, Refused } from '#app/ui/forms/reasons.ts';
import { plural } from '#app/ui/words.ts';

export const agreementChanged: Reasons = {
  consent: 'The agreement changed while you were reading. Read it once more, then say you’re in.',
};

/** Said of a form that had started a circle before something else was written into it. */
export const startedBefore =
  'You started a circle with this form already. What you have changed since is kept here: go to that circle to change it, or start another with this.';

export const notHost: Reasons = { '': 'You no longer host this circle.' };

const members: Record<Refused<MemberOutcome>, Reasons> = {
  'not-host': notHost,
  'not-member': { '': 'They have left the circle in the meantime.' },
  'is-host': { '': 'They host the circle now.' },
  deactivated: { '': 'Their account is closed, so they cannot host. Choose someone else.' },
};

export const memberRefusal = (reason: Refused<MemberOutcome>) => members[reason];

const leavings: Record<Refused<LeaveOutcome>, Reasons> = {
  'hand-over-first': { '': 'You host the circle by now. Hand it over first.' },
  alone: { '': 'You’re the only one left, and host it by now. Invite someone and hand it over.' },
};

export const leavingRefusal = (reason: Refused<LeaveOutcome>) => leavings[reason];

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
