import { z } from 'zod';
import { BODY_MAX, TITLE_MAX } from '#app/mentoring/asks/rules/ask.ts';
import {
  calendarDate,
  optionalLine,
  rowVersion,
  submissionKey,
  text,
} from '#app/platform/forms/fields.server.ts';

const optionalDay = z
  .string()
  .default('')
  .transform((value) => value || null)
  .pipe(calendarDate('Give a day, or leave it empty.', { anyYear: true }).nullable());

const said = {
  title: optionalLine(TITLE_MAX),
  body: text(BODY_MAX),
  neededBy: optionalDay,
};

const address = z.string().max(200).default('');

export const BeginAskSchema = z.object({
  ...said,
  /** the circle it is begun in, and what it comes from, as its address says them */
  circle: address,
  note: address,
  passage: address,
  takeaway: address,
  commitment: address,
  card: address,
  /** to whom it is meant to go, as rules/reach.ts spells it; chosen on the next page, and not before */
  to: z.string().max(40).default(''),
  submissionKey,
});

export const KeepAskSchema = z.object({ ...said, version: rowVersion });

export const EditAskSchema = z.object({
  ...said,
  version: rowVersion,
  /** to whom, as rules/reach.ts spells it; '' while nobody is chosen */
  to: z.string().max(40).default(''),
  /** of 'person': whom */
  person: z.string().max(20).default(''),
  /** the digests of the people whom the page named, by whom they stand for */
  named: z.string().max(2_000).default(''),
  act: z.enum(['keep', 'look', 'send']).catch('keep'),
});

export const CloseAskSchema = z.object({
  as: z.enum(['found', 'unneeded'], { error: 'Say which of the two it is.' }),
});

export type AskTextInput = Pick<z.output<typeof KeepAskSchema>, 'title' | 'body' | 'neededBy'>;
export type BeginAskInput = Omit<z.output<typeof BeginAskSchema>, 'to'>;
export type KeepAskInput = z.output<typeof KeepAskSchema>;
export type EditAskInput = z.output<typeof EditAskSchema>;
