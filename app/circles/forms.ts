import { z } from 'zod';
import { rulesOf } from '#app/circles/agreement/rules.ts';
import { CLOTHS, FEWEST_SEATS, GIVEN_ROLES, MOST_SEATS } from '#app/circles/rules/circles.ts';
import {
  line,
  requiredText,
  rowVersion,
  submissionKey,
  text,
  timeZone,
} from '#app/platform/forms/fields.server.ts';

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
export const consentField = z.literal('on', {
  error: 'Read what was agreed, and say that you’re in.',
});

/** what somebody adds in their own words */
export const wordField = text(500);

export const NewCircleSchema = z.object({ ...face, agreement: agreementBody, submissionKey });

export const CircleSettingsSchema = z.object({ ...face, version: rowVersion });

export const AgreementEditSchema = z.object({ body: agreementBody, version: rowVersion });

export const AgreementConsentSchema = z.object({
  consent: consentField,
  agreementVersion: rowVersion,
});

export const RoleSchema = z.object({ role: z.enum(GIVEN_ROLES, { error: 'Choose a role.' }) });

const confirmed = z.literal('yes', { error: 'Confirm this on its page.' });

export const RemovalSchema = z.object({ word: wordField, confirmed });

/** A form whose button says it all; only one that was drawn here carries this. */
export const ConfirmedSchema = z.object({ confirmed });
