import { z } from 'zod';
import { emailAddress, newPassword, notAboutOwner, personName } from '#app/accounts/forms.ts';
import {
  line,
  requiredText,
  rowVersion,
  submissionKey,
  text,
  timeZone,
} from '#app/platform/fields.server.ts';
import { rulesOf } from './agreement-text.ts';
import { CLOTHS, FEWEST_SEATS, GIVEN_ROLES, LINK_DAYS, MOST_SEATS } from './rules.ts';

const seatsWords = `A circle has ${FEWEST_SEATS} to ${MOST_SEATS} seats.`;

const face = {
  name: line(80, 'Give the circle a name.'),
  purpose: text(500),
  seats: z.coerce
    .number({ error: seatsWords })
    .int(seatsWords)
    .min(FEWEST_SEATS, seatsWords)
    .max(MOST_SEATS, seatsWords),
  timeZone,
  visibility: z.enum(['private', 'listed'], { error: 'Choose who may find the circle.' }),
  cloth: z.enum(CLOTHS, { error: 'Choose a cloth.' }),
};

const agreementBody = requiredText(4000, 'Write at least one rule.').refine(
  (body) => rulesOf(body).length <= 20,
  'Keep it to twenty rules.',
);

/** “I’m in”: ticking it is what is asked. */
const consent = z.literal('on', { error: 'Read what was agreed, and say that you’re in.' });

const word = text(500);

export const NewCircle = z.object({ ...face, agreement: agreementBody, submissionKey });

export const CircleSettings = z.object({ ...face, version: rowVersion });

export const AgreementEdit = z.object({ body: agreementBody, version: rowVersion });

export const AgreementConsent = z.object({ consent, agreementVersion: rowVersion });

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

export const Role = z.object({ role: z.enum(GIVEN_ROLES, { error: 'Choose a role.' }) });

const confirmed = z.literal('yes', { error: 'Confirm this on its page.' });

export const Removal = z.object({ word, confirmed });

/** A form whose button says it all; only one that was drawn here carries this. */
export const Confirmed = z.object({ confirmed });
