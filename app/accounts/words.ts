/** What a refused form says. */

export const demoLinkUsed = 'This link does not work any more. Start the demo again.';

export const sameAddressWords = 'That is your address already.';

export const profileChanged =
  'Your profile was saved elsewhere while you were here. Compare, then save again.';

export const wrongPassword = 'That is not your password.';

export const notThePasswordChosen = 'That is not the password you chose when you signed up.';

export const hasAccountWords = 'You have an account with this address already. Sign in with it.';

export const signUpLinkUsed =
  'This link does not work any more. Sign up once more to get a new one.';

export const resetLinkUsed = 'This link does not work any more. Have a new one sent.';

export const setupLinkUsed = 'This link has been used already. Sign in instead.';

export const accountClosed =
  'This account is closed. Please write to the person who runs this site.';

export const notKnownTogether =
  'We don’t know that address and password together. Please try again.';

export const byInvitationOnly = 'Accounts are made by invitation here, so none was made.';

/** What a new password is refused for, in words; null when it may be used. */
export const aboutOwner = 'That is made of your own name or address. Choose something else.';
