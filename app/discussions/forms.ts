import { z } from 'zod';
import { NOTE_MAX, PAGE_MAX, QUOTE_MAX, TITLE_MAX } from '#app/discussions/rules/discussions.ts';
import {
  line,
  optionalLine,
  requiredText,
  rowVersion,
  submissionKey,
  text,
} from '#app/platform/forms/fields.server.ts';

/** The notes that a note quotes, by their ids. */
const quotes = z
  .string()
  .regex(/^(?:[1-9]\d{0,14}(?:,[1-9]\d{0,14}){0,19})?$/, 'That note cannot be quoted here.')
  .transform((value) => (value === '' ? [] : value.split(',').map(Number)))
  .optional();

/** Shows what was written as it will be read, and saves nothing. */
const preview = z.literal('yes').optional();

const note = {
  body: requiredText(NOTE_MAX, 'Write something first.'),
  quote: text(QUOTE_MAX),
  quotePage: optionalLine(PAGE_MAX),
  preview,
};

/** A choice among rows, posted by a select: '' means none. */
const choice = (wrong: string) =>
  z
    .string()
    .refine((value) => /^(?:[1-9]\d{0,14})?$/.test(value), wrong)
    .transform((value) => (value === '' ? null : Number(value)))
    .default(null);

/** The section a note is about: '' leaves it to the thread, 'none' is nothing that spoils. */
const about = z
  .string()
  .regex(/^(?:none|[1-9]\d{0,14})?$/, 'Choose a section from the list.')
  .transform((value) => (value === '' ? null : value === 'none' ? 'none' : Number(value)))
  .default(null);

const slug = z
  .string()
  .regex(/^(?:[a-z0-9][a-z0-9-]{0,79})?$/, 'That card is not on our shelves.')
  .transform((value) => value || null)
  .default(null);

export const StartThreadSchema = z.object({
  title: line(TITLE_MAX, 'Say in a few words what it is about.'),
  ...note,
  sectionId: choice('Choose a section from the list.'),
  sessionId: choice('Choose a session from the list.'),
  deck: slug,
  card: slug,
  submissionKey,
});

export const PostNoteSchema = z.object({ ...note, about, quotes, submissionKey });

export const EditNoteSchema = z.object({
  ...note,
  about,
  version: rowVersion,
  submissionKey: submissionKey.optional(),
  /** to bring the note back with it, when it was taken back meanwhile */
  restore: z.literal('yes').optional(),
});

export const OpenNotesSchema = z.object({ to: z.enum(['open', 'fold']) });

export const MarkReadSchema = z.object({
  /** the last note there was when the page was shown */
  upTo: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'Look at the list again.')
    .transform(Number),
  back: z.enum(['threads', 'home']).catch('threads'),
});

export type MarkedFrom = z.output<typeof MarkReadSchema>['back'];
export type StartThreadInput = z.output<typeof StartThreadSchema>;
export type PostNoteInput = z.output<typeof PostNoteSchema>;
export type EditNoteInput = z.output<typeof EditNoteSchema>;
export type About = PostNoteInput['about'];
