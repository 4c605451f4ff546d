import { z } from 'zod';
import { isAboutOwner, PASSWORD_MAX, PASSWORD_MIN } from '#app/accounts/rules/accounts.ts';
import { commonPasswords } from '#app/accounts/rules/known-passwords.server.ts';
import { normalPassword } from '#app/accounts/rules/passwords.server.ts';
import { aboutOwner } from '#app/accounts/words.ts';
import {
  line,
  optionalLine,
  rowVersion,
  text,
  timeZone,
} from '#app/platform/forms/fields.server.ts';

/** Fields of a person, for every form that makes or changes one. */
export const personName = line(100, 'Tell us your name.');

export const emailAddress = line(254, 'Type your email address.').pipe(
  z.email('This does not look like an email address.'),
);

// Counted in code points after normalisation, as a person counts.
const length = (password: string) => [...password].length;

/** A password being chosen. Output: normalised. @see passwords.server.ts */
export const chosenPassword = z
  .string({ error: 'Choose a password.' })
  // Normalisation may lengthen; nothing long is worth normalising.
  .max(4 * PASSWORD_MAX, `Keep it to ${PASSWORD_MAX} characters.`)
  .transform(normalPassword)
  .superRefine((password, problem) => {
    const refuse = (message: string) => problem.addIssue({ code: 'custom', message });
    if (length(password) < PASSWORD_MIN) refuse(`Use at least ${PASSWORD_MIN} characters.`);
    else if (length(password) > PASSWORD_MAX) refuse(`Keep it to ${PASSWORD_MAX} characters.`);
    else if (isCommon(password)) {
      refuse('Many people use that password, so it is guessed first. A few odd words work well.');
    }
  });

/** On the list of common passwords, or one character over and over. */
export function isCommon(password: string): boolean {
  return commonPasswords.has(password.toLowerCase()) || /^(.)\1*$/su.test(password);
}

/** For an object schema with name, email and password: refuses a password about its owner. */
export function notAboutOwner(
  form: { name: string; email: string; password: string },
  problem: z.RefinementCtx,
): void {
  if (!isAboutOwner(form.password, form)) return;
  problem.addIssue({ code: 'custom', path: ['password'], message: aboutOwner });
}

const knownPassword = z
  .string({ error: 'Type your password.' })
  .max(4 * PASSWORD_MAX, 'This is longer than any password here.');

const returnPath = z.string().max(2000).optional();

export const SignInSchema = z.object({
  email: emailAddress,
  password: knownPassword,
  to: returnPath,
});

export const NewAccountSchema = z
  .object({ name: personName, email: emailAddress, password: chosenPassword, timeZone })
  .superRefine(notAboutOwner);

export const FinishSignUpSchema = z.object({ password: knownPassword });

export const ForgotPasswordSchema = z.object({ email: emailAddress });

export const ResetPasswordSchema = z.object({ password: chosenPassword });

export const ProfileSchema = z.object({
  name: personName,
  whatIDo: optionalLine(160),
  company: optionalLine(100),
  timeZone,
  askMeAbout: text(500),
  version: rowVersion,
});

/** Its button says it all; only one that was drawn here carries this. */
export const PictureRemovalSchema = z.object({
  confirmed: z.literal('yes', { error: 'Confirm this on its page.' }),
});

export const ChangeEmailSchema = z.object({ email: emailAddress, currentPassword: knownPassword });

export const ChangePasswordSchema = z.object({
  currentPassword: knownPassword,
  newPassword: chosenPassword,
});

/** The stored hash of a sign-in to end, or all others. */
export const EndSignInSchema = z.object({
  signIn: z.union([z.literal('others'), z.string().regex(/^[0-9a-f]{64}$/)], {
    error: 'Choose a sign-in from the list.',
  }),
});

export const SiteSchema = z.object({
  name: line(60, 'Give this place a name.'),
  registration: z.enum(['invitation', 'open'], { error: 'Choose who may make an account.' }),
});
