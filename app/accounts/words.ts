import { MOST_PICTURE_BYTES } from '#app/accounts/rules/accounts.ts';
import type { Reasons, Refused } from '#app/ui/forms/reasons.ts';
import type { PictureOutcome } from './pictures/commands/save-picture.server.ts';

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

export const resetLinkUsed = 'This link does not work any more. Ask for a new one.';

export const setupLinkUsed = 'This link has been used already. Sign in instead.';

export const accountClosed =
  'This account is closed. Please write to the person who runs this site.';

export const notKnownTogether =
  'We don’t know that address and password together. Please try again.';

export const byInvitationOnly = 'Accounts are made by invitation here, so none was made.';

/** What a new password is refused for, in words; null when it may be used. */
export const aboutOwner = 'That is made of your own name or address. Choose something else.';

type PictureRefused = Exclude<Refused<PictureOutcome>, 'limited'>;

const pictureReasons: Record<PictureRefused, string> = {
  empty: 'This file is empty.',
  'too-large': `This file is larger than ${MOST_PICTURE_BYTES / 1024 / 1024} MB, so nothing was read. Send a smaller one.`,
  'too-many-pixels': 'This picture is too large to be opened here. Send a smaller one.',
  heic: 'This is a HEIC picture, which only some devices can open. Send it as a JPEG: a screenshot of it will do.',
  svg: 'This is a drawing (SVG). Send a photo or a picture of it: JPEG, PNG or WebP.',
  'not-a-picture':
    'This can’t be opened as a picture, whatever its name says. Send a JPEG, PNG, WebP or GIF.',
};

export const pictureRefusal = (reason: PictureRefused): Reasons => ({
  picture: pictureReasons[reason],
});
