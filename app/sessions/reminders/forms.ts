import { z } from 'zod';
import { rowVersion } from '#app/platform/forms/fields.server.ts';
import { LEADS } from './rules/leads.ts';

const choose = 'Choose reminders from the list.';

const lead = z.coerce
  .number({ error: choose })
  .refine((typed) => LEADS.some((known) => known === typed), choose);

export const CircleRemindersSchema = z.object({
  leads: z.array(lead, { error: choose }).max(LEADS.length, choose).default([]),
  version: rowVersion,
});

/** '2880-off': one of them, on or off. */
export const OwnReminderSchema = z.object({
  set: z.string().regex(/^\d{1,5}-(on|off)$/, choose),
});
