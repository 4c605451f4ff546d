import type { BadChoice } from './commands/session-parts.server.ts';

/** Reasons by field name, for what a session names and its circle does not have. */
export function badChoiceWords(bad: BadChoice): Record<string, string> {
  if (bad.reason === 'no-such-card') {
    return { [`agenda[${bad.index}].title`]: 'This card is gone. Choose another, or remove it.' };
  }
  return bad.reason === 'no-such-milestone'
    ? { milestoneId: 'That milestone is not in this circle’s plan any more. Choose again.' }
    : { facilitatorId: 'They are not in this circle any more. Choose someone else.' };
}
