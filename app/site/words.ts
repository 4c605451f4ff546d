/** What a refused form says. */

/** Why an administrator's act on an account was refused, in words. */
export const administerRefusals = {
  'own-account': 'You cannot deactivate your own account. Another administrator can.',
  'last-admin': 'This site would be left without an administrator. Make somebody else one first.',
  'no-longer-admin': 'You no longer administer this site.',
  'no-such-person': 'There is no such person.',
} as const;
