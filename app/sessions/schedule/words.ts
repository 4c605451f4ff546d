import type { BadChoice } from '#app/sessions/rows/session-parts.server.ts';
import type { Unresolved } from '#app/time/local-time.ts';

/** Reasons by field name, for what a session names and its circle does not have. */
export function badChoiceWords(bad: BadChoice): Record<string, string> {
  if (bad.reason === 'no-such-card') {
    return { [`agenda[${bad.index}].title`]: 'This card is gone. Choose another, or remove it.' };
  }
  return bad.reason === 'no-such-milestone'
    ? { milestoneId: 'That milestone is not in this circle’s plan any more. Choose again.' }
    : { facilitatorId: 'They are not in this circle any more. Choose someone else.' };
}

/** Why a time was not taken, beside its field; what can be done about it stands in the TimeAnswer. */
export const timeWords: Record<Unresolved['reason'], string> = {
  past: 'That is in the past.',
  'does-not-exist': 'This time never comes that day.',
  'exists-twice': 'This time comes twice that day.',
};

/** Said when a form comes again with other words in it. */
export const savedBefore =
  'This page has scheduled a session before, with other words in it. Nothing is lost: both are here.';

export const begunAlready = 'It has begun already, so it cannot be cancelled any more.';

export const restoredTooLate =
  'It was to begin before now, so it stays cancelled. Schedule another one.';

export const sessionClosed = 'This session is over or cancelled, so it stays as it was.';

export const sessionChangedMeanwhile =
  'Someone changed this session while you did. Nothing is lost: both are here.';

export const notToClose = 'It has not begun, or is cancelled, so there is nothing to close.';
