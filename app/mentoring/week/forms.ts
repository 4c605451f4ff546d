import { z } from 'zod';
import { ACTS, KEPT_MAX, SENTENCE_MAX, WHOM_MAX } from '#app/mentoring/week/rules/week.ts';
import {
  calendarDate,
  identity,
  line,
  optionalLine,
  rowVersion,
  text,
} from '#app/platform/forms/fields.server.ts';

export const RhythmSchema = z.object({
  weekday: z.coerce.number({ error: 'Choose a day.' }).int().min(1).max(7),
  hour: z.coerce.number({ error: 'Choose an hour.' }).int().min(0).max(23),
  version: rowVersion,
});

/** '' for none. */
const person = z
  .string()
  .default('')
  .refine((typed) => typed === '' || identity(typed) !== null, 'Choose somebody from the list.')
  .transform(identity);

export const PlanSchema = z
  .object({
    person,
    name: optionalLine(WHOM_MAX),
    when: optionalLine(SENTENCE_MAX),
    will: line(SENTENCE_MAX, 'What will you ask them?'),
    remindOn: z.union([z.literal(''), calendarDate('Choose a day.')]).default(''),
    remindHour: z.coerce.number().int().min(0).max(23).default(9),
    version: rowVersion,
  })
  .superRefine(({ person, name }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (person === null && name === '') refuse('person', 'Whom will you ask?');
    if (person !== null && name !== '') {
      refuse('name', 'One person a week: choose from the list, or write a name.');
    }
  });

/** The plan that was typed. */
export const planFrom = (form: z.output<typeof PlanSchema>) => ({
  ...{ whom: form.person, name: form.name, when: form.when, will: form.will },
  ...{ version: form.version },
  remind: form.remindOn === '' ? null : { on: form.remindOn, hour: form.remindHour },
});

export const ResultSchema = z.object({
  act: z.enum(ACTS).optional(),
  version: rowVersion.optional(),
  /** the page to come back to */
  back: z.enum(['home', 'week']).optional(),
});

export const KeptSchema = z.object({ kept: text(KEPT_MAX), version: rowVersion });

/** Its button says it all; only one that was drawn here carries this. */
export const ForgettingSchema = z.object({
  confirmed: z.literal('yes', { error: 'Confirm this on its page.' }),
});
