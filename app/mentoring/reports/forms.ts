import { z } from 'zod';
import { requiredText, submissionKey } from '#app/platform/forms/fields.server.ts';
import { MOST_NOTES, WORDS_MAX } from './rules/report.ts';

/** Whom it is for, and as what: the host of a circle, or whoever runs the site. */
const recipient = z
  .string('Choose who reads it.')
  .regex(/^(?:host-[1-9]\d{0,14}|admin)-[1-9]\d{0,14}$/, 'Choose who reads it.')
  .transform((value) => {
    const [as, ...ids] = value.split('-');
    const [first = 0, second] = ids.map(Number);
    return as === 'host'
      ? { circleId: first, personId: second ?? 0 }
      : { circleId: null, personId: first };
  });

/** A note as it was on the screen: its id and version. */
const note = z
  .string()
  .regex(/^[1-9]\d{0,14}-[1-9]\d{0,8}$/, 'Tick the notes once more.')
  .transform((value) => {
    const [id = 0, version = 0] = value.split('-').map(Number);
    return { id, version };
  });

export const ReportSchema = z.object({
  to: recipient,
  notes: z.array(note).max(MOST_NOTES, `Up to ${MOST_NOTES} notes at once.`).default([]),
  words: requiredText(WORDS_MAX, 'Say in a few words what isn’t right.'),
  submissionKey,
});

export type ReportInput = z.output<typeof ReportSchema>;

export const SettlingSchema = z.object({ settled: z.enum(['yes', 'no']) });
