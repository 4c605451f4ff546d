import { z } from 'zod';
import { chosenPassword, emailAddress, notAboutOwner, personName } from '#app/accounts/forms.ts';
import { consentField, wordField } from '#app/circles/forms.ts';
import { GIVEN_ROLES, LINK_DAYS } from '#app/circles/rules/circles.ts';
import { rowVersion, submissionKey, timeZone } from '#app/platform/forms/fields.server.ts';

export const InviteSchema = z.object({
  email: emailAddress,
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
});

export const DecisionSchema = z.object({
  decision: z.enum(['accepted', 'declined'], { error: 'Accept or decline.' }),
  answer: wordField,
});

export const SeatAnswerSchema = z.object({
  answer: z.enum(['accept', 'leave'], { error: 'Take the seat, or leave the line.' }),
});
