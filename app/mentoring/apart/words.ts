import type { Reasons, Refused } from '#app/ui/forms/reasons.ts';
import type { KeptApartOutcome } from './commands/keep-apart.server.ts';
import { MOST_KEPT_APART } from './rules.ts';

const reasons: Record<Refused<KeptApartOutcome>, Reasons> = {
  oneself: { person: 'That is you.' },
  'own-address': { address: 'That is your own address.' },
  'not-around': {
    person: 'They are in none of your circles any more. You can still keep their address apart.',
  },
  full: {
    '': `There are ${MOST_KEPT_APART} on your list. Take somebody off it first.`,
  },
};

export const keepApartRefusal = (reason: Refused<KeptApartOutcome>): Reasons => reasons[reason];
