import type { z } from 'zod';
import type { Member } from '#app/access/proofs.ts';
import { refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { afterCardStep } from '#app/sessions/agenda/queries/agenda-steps.server.ts';
import type { SessionDraft, SessionSchema } from '#app/sessions/forms.ts';
import { timeWords } from '#app/sessions/schedule/words.ts';
import { resolveLocalTime, type Unresolved } from '#app/time/local-time.ts';

type Sent = z.output<typeof SessionSchema>;

/** What a session's form answers to its buttons, which change it and save nothing. */
export async function afterStep(form: Exclude<Sent, { session: object }>, member: Member) {
  if (form.next) return shownAgain(form.next);
  if (form.cards) return afterCardStep(form, { member });
  const { choice } = form.check;
  const resolved = resolveLocalTime(form.check, { now: new Date(), choice });
  const draft = { ...form.draft, step: '' };
  return resolved.ok ? shownAgain(draft) : notThatTime(draft, resolved);
}

/** Refuses a time that is over, never comes or comes twice, with what can be done about it. */
export const notThatTime = (draft: SessionDraft, resolved: Unresolved) =>
  refusedWith(draft, { time: timeWords[resolved.reason] }, { resolved });
