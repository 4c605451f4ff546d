import { z } from 'zod';
import { chosenPassword, emailAddress, notAboutOwner, personName } from '#app/accounts/forms.ts';
import { consentField, wordField } from '#app/circles/forms.ts';
import { GIVEN_ROLES, LINK_DAYS, MOST_OPEN_INVITATIONS } from '#app/circles/rules/circles.ts';
import { addressesIn } from '#app/joining/rules/addresses.server.ts';
import {
  requiredText,
  rowVersion,
  submissionKey,
  timeZone,
} from '#app/platform/forms/fields.server.ts';

const noAddress = 'Type at least one address.';

const addresses = requiredText(8000, noAddress).transform((typed, problem) => {
  const written = addressesIn(typed);
  if (written.length === 0) problem.addIssue({ code: 'custom', message: noAddress });
  if (written.length > MOST_OPEN_INVITATIONS) {
    const message = `Invite ${MOST_OPEN_INVITATIONS} at once at most.`;
    problem.addIssue({ code: 'custom', message });
  }
  const rather = written.length > 1 ? ' Nothing was sent yet.' : '';
  for (const { address, typed, line } of written) {
    if (emailAddress.safeParse(address).success) continue;
    const message = `Line ${line}: “${typed}” does not look like an email address.${rather}`;
    problem.addIssue({ code: 'custom', message });
  }
  return written.map(({ name, address }) => ({ name: name.slice(0, 100), email: address.trim() }));
});

export const InviteSchema = z.object({
  emails: addresses,
  /** to send another to those whose invitation is open */
  again: z.literal('yes').optional(),
  role: z.enum(GIVEN_ROLES, { error: 'Choose a role.' }),
  word: wordField,
  submissionKey,
});

export const JoinLinkSchema = z.object({
  days: z.coerce
    .number()
    .refine(
      (days) => (LINK_DAYS as readonly number[]).includes(days),
      'Choose how long the link works.',
    ),
});

const join = { consent: consentField, agreementVersion: rowVersion };

/** A visitor joins as a newcomer and makes an account; who is signed in joins as they are. */
export const JoinSchema = z.discriminatedUnion('as', [
  z.object({ as: z.literal('viewer'), ...join }),
  z
    .object({
      as: z.literal('newcomer'),
      ...join,
      name: personName,
      email: emailAddress,
      password: chosenPassword,
      timeZone,
    })
    .superRefine(notAboutOwner),
]);

export const JoinInvitedSchema = z.object(join);

export const RequestToJoinSchema = z.object({
  word: wordField,
  consent: consentField,
  agreementVersion: rowVersion,
  /** in place of the word of a request that is open */
  instead: z.literal('yes').optional(),
});

export const DecisionSchema = z.object({
  decision: z.enum(['accepted', 'declined'], { error: 'Accept or decline.' }),
  answer: wordField,
});

export const SeatAnswerSchema = z.object({
  answer: z.enum(['accept', 'leave'], { error: 'Take the seat, or leave the line.' }),
});
