import { z } from 'zod';
import {
  calendarDate,
  identity,
  line,
  optionalLine,
  rowVersion,
} from '#app/platform/forms/fields.server.ts';
import { BECAME, LONGEST_ACT, LONGEST_LINE } from './rules.ts';

export const CommitmentSchema = z.object({
  act: line(LONGEST_ACT, 'Say in a line what you will do.'),
  byOn: calendarDate('Choose a day.'),
  /** of the one it was made from; 0 when there was none */
  version: rowVersion,
});

export type CommitmentInput = z.output<typeof CommitmentSchema>;

export const BecameSchema = z.object({
  became: z.enum(BECAME, 'Choose one of the three.'),
  word: optionalLine(LONGEST_LINE),
  version: rowVersion,
  /** the session on whose page it was said; null where that was another page */
  at: z.string().max(20).default('').transform(identity),
});

export type BecameInput = z.output<typeof BecameSchema>;
