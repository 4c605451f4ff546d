import { z } from 'zod';
import { calendarDate, identity } from '#app/platform/forms/fields.server.ts';
import { readerOf } from '#app/sessions/forms.ts';
import { slotId } from './answers.ts';
import { typed } from './slot-rows.ts';

const rhythm = z.string().regex(/^[1-4]$/, 'Choose how often.');
const lastDay = calendarDate('Say until which day.');
const book = z
  .string()
  .refine((value) => identity(value) !== null, 'Choose the book it is to end with.');

/** Which slot; of a weekly poll also in which weeks, and until when. */
export const ChoiceSchema = z
  .object({
    slot: slotId,
    /** the ids of those who refused it, as the page said */
    refused: z.string().max(400).default(''),
    every: typed,
    ends: typed,
    untilOn: typed,
    readingId: typed,
  })
  .transform((draft, context) => {
    const { every, ends, untilOn, readingId } = draft;
    const chosen = { slotId: draft.slot, refused: draft.refused.split(' ').map(Number) };
    if (every === '') return { ...chosen, weekly: null };
    const { check, isSound } = readerOf(draft, context);
    const weekly = {
      every: Number(check(rhythm, every, 'every')),
      untilOn: ends === 'on' ? (check(lastDay, untilOn, 'untilOn') ?? null) : null,
      readingId: ends === 'book' ? identity(check(book, readingId, 'readingId') ?? '') : null,
    };
    return isSound() ? { ...chosen, weekly } : z.NEVER;
  });
