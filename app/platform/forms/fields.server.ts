import { z } from 'zod';
import { cleanLine, cleanText, isBlank } from './clean-text.ts';

/** Said of a text with a character that nobody can type. */
export const noControl =
  'There is an invisible character in this; type it anew rather than pasting.';

/** One required line of text, cleaned. @param missing what to say when nothing of it can be seen */
export const line = (max: number, missing: string) =>
  z
    .string({ error: missing })
    .overwrite((value) => (isBlank(value) ? '' : cleanLine(value)))
    .min(1, missing)
    .max(max, `Keep it to ${max} characters.`)
    .refine(isSound, noControl);

/** One line that may be left empty. Output: '' when it was. */
export const optionalLine = (max: number) =>
  z
    .string()
    .overwrite(cleanLine)
    .max(max, `Keep it to ${max} characters.`)
    .refine(isSound, noControl)
    .default('');

// Written in place, not through a pipe: Conform would take a text of spaces, once trimmed, for
// one that was not sent.
const plainText = (max: number, missing?: string) =>
  z
    .string({ error: missing })
    .overwrite((value) => cleanText(value).trim())
    .min(missing === undefined ? 0 : 1, missing)
    .max(max, `Keep it to ${max.toLocaleString('en-GB')} characters.`)
    .refine(isSound, noControl);

// PostgreSQL holds no NUL in a text.
const isSound = (value: string) => !value.includes('\0');

/** Several lines of text that may be left empty, line ends made \n. Output: '' when it was. */
export const text = (max: number) => plainText(max).default('');

/** Several lines of text that must say something. */
export const requiredText = (max: number, missing: string) => plainText(max, missing);

/** Said of a form that does not carry what its page put there unseen. */
export const outOfDate = 'This form is out of date. Load the page again.';

/** The key of a form, made by its loader: a repeated submit carries the same one. */
export const submissionKey = z.uuid(outOfDate);

/** The version of the row that a form was made from; it fits the column. Output: 0 for none yet. */
export const rowVersion = z
  .string({ error: outOfDate })
  .regex(/^\d{1,9}$/, outOfDate)
  .transform(Number);

/** The same as a draft keeps it, still text: '' for none yet. */
export const typedVersion = z
  .string()
  .regex(/^\d{0,9}$/, outOfDate)
  .default('');

/** The number of a row, as an address or a form carries it; null when it can be none. */
export const identity = (typed: string | null | undefined): number | null =>
  /^[1-9]\d{0,14}$/.test(typed ?? '') ? Number(typed) : null;

/** An IANA time zone this server knows. */
export const timeZone = z
  .string({ error: 'Choose a time zone.' })
  .refine((zone) => isTimeZone(zone), 'Choose a time zone from the list.');

/** The time zone whose clocks a form showed: what is typed means what was seen beside it. */
export const shownZone = z.string().superRefine((zone, context) => {
  if (isTimeZone(zone)) return;
  const message = zone
    ? `This server does not know the time zone “${zone.slice(0, 60)}”. Look at the time again.`
    : 'This came without its time zone. Look at the time, then send it again.';
  context.addIssue({ code: 'custom', message });
});

/** Nobody plans further ahead, nor remembers further back: such a year is a slip of the fingers. */
const MOST_YEARS_AHEAD = 10;
const FIRST_YEAR = 1900;

/** Why the year of a 'YYYY-MM-DD' can hardly be meant; null when it can. */
export function yearDoubt(date: string, now = new Date()): string | null {
  const year = Number(date.slice(0, date.indexOf('-')));
  const last = new Date(now);
  last.setUTCFullYear(last.getUTCFullYear() + MOST_YEARS_AHEAD);
  if (year < FIRST_YEAR) return `Is the year right? This says ${year}.`;
  return year > last.getUTCFullYear() || date > last.toISOString().slice(0, 10)
    ? `Is the year right? This is more than ${MOST_YEARS_AHEAD} years ahead.`
    : null;
}

/**
 * A 'YYYY-MM-DD' that exists in the calendar, of a year that can be meant.
 * @param anyYear for a day that may have been saved before: whoever changes it asks `yearDoubt`
 */
export const calendarDate = (missing: string, { anyYear = false } = {}) =>
  z.string({ error: missing }).superRefine((value, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    const year = /^(\d{4,6})-\d{2}-\d{2}$/.exec(value)?.[1];
    if (!year) return refuse(missing);
    const doubt = anyYear && year.length === 4 ? null : yearDoubt(value);
    if (doubt) return refuse(doubt);
    const date = new Date(`${value}T00:00:00Z`);
    const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
    return exists ? undefined : refuse(missing);
  });

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null && !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}
