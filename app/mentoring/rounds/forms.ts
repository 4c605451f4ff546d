import { z } from 'zod';
import { BODY_MAX, TITLE_MAX } from '#app/mentoring/asks/rules/ask.ts';
import {
  identity,
  line,
  rowVersion,
  submissionKey,
  text,
} from '#app/platform/forms/fields.server.ts';

export const RoundAskSchema = z.object({
  title: line(TITLE_MAX, 'Say in one line what would help you.'),
  body: text(BODY_MAX),
  submissionKey,
  /** of the draft it was made from; 0 when there was none */
  version: rowVersion,
});

export type RoundAskInput = z.output<typeof RoundAskSchema>;

const id = z.string().transform((typed, context) => {
  const number = identity(typed);
  if (number === null) context.addIssue({ code: 'custom', message: 'Load the page again.' });
  return number ?? 0;
});

export const BringingSchema = z.object({ ask: id });

/** yes: they pass; no: they ask after all */
export const PassingSchema = z.object({ pass: z.enum(['yes', 'no']) });

/** whose turn was on the page: a person id, '' for nobody's */
export const TurnSchema = z.object({
  from: z.string().max(20).default('').transform(identity),
});

/** no: they take it back */
export const RoundHelpSchema = z.object({ ask: id, help: z.enum(['yes', 'no']) });
