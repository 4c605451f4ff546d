import type { z } from 'zod';
import type { MeetingDraft, MeetingSchema } from '#app/mentoring/meetings/forms.ts';
import { refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { resolveLocalTime, type Unresolved } from '#app/time/local-time.ts';

type Sent = z.output<typeof MeetingSchema>;

/**
 * What a meeting's form answers to its buttons, which change it and save nothing.
 * @param why in words, why a time is not taken as it is
 */
export function afterMeetingStep(form: Exclude<Sent, { meeting: object }>, why: WhyNot) {
  if (form.next) return shownAgain(form.next);
  const { check, draft } = form;
  const resolved = resolveLocalTime(check, { now: new Date(), choice: check.choice });
  const shown = { ...draft, step: '' };
  return resolved.ok ? shownAgain(shown) : notThen(shown, resolved, why);
}

type WhyNot = Record<Unresolved['reason'], string>;

/** Refuses a time that is over, never comes or comes twice, with what can be done about it. */
export const notThen = (draft: MeetingDraft, resolved: Unresolved, why: WhyNot) =>
  refusedWith(draft, { time: why[resolved.reason] }, { resolved });
