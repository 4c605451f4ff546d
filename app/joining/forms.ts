import { z } from 'zod';
import { emailAddress, newPassword, notAboutOwner, personName } from '#app/accounts/forms.ts';
import { consent, word } from '#app/circles/forms.ts';
import { GIVEN_ROLES, LINK_DAYS } from '#app/circles/rules/circles.ts';
import { rowVersion, submissionKey, timeZone } from '#app/platform/forms/fields.server.ts';

export const Invite = z.object({
  email: emailAddress,
  role: z.enum(GIVEN_ROLES, { error: 'Choose a role.' }),
  word,
  submissionKey,
});

export const JoinLink = z.object({
  days: z.coerce
    .number()
    .refine(
      (days) => (LINK_DAYS as readonly number[]).includes(days),
      'Choose how long the link works.',
    ),
});

const join = { consent, agreementVersion: rowVersion };

/** A visitor joins as a newcomer and makes an account; who is signed in joins as they are. */
export const Join = z.discriminatedUnion('as', [
  z.object({ as: z.literal('viewer'), ...join }),
  z
    .object({
      as: z.literal('newcomer'),
      ...join,
      name: personName,
      email: emailAddress,
      password: newPassword,
      timeZone,
    })
    .superRefine(notAboutOwner),
]);

export const JoinInvited = z.object(join);

export const RequestToJoin = z.object({ word, consent, agreementVersion: rowVersion });

export const Decision = z.object({
  decision: z.enum(['accepted', 'declined'], { error: 'Accept or decline.' }),
  answer: word,
});

export const SeatAnswer = z.object({
  answer: z.enum(['accept', 'leave'], { error: 'Take the seat, or leave the line.' }),
});
