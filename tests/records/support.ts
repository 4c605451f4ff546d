import type { Facilitator } from '#app/access/proofs.ts';
import type { SessionInput } from '#app/sessions/forms.ts';
import { DAY } from '#app/time/spans.ts';
import { sessionIn } from '#tests/sessions/support.ts';

export const dayAt = (moment: number) => new Date(moment).toISOString().slice(0, 10);

/** A session that was held so many days ago. */
export const heldIn = (
  facilitator: Facilitator,
  daysAgo = 1,
  given: Partial<SessionInput> = {},
) => {
  const at = Date.now() - daysAgo * DAY;
  return sessionIn(
    facilitator,
    { date: dayAt(at), time: '09:00', ...given },
    { now: new Date(at - 10 * DAY) },
  );
};

/** One that is still to come, in so many days. */
export const comingIn = (facilitator: Facilitator, days = 7, given: Partial<SessionInput> = {}) =>
  sessionIn(
    facilitator,
    { date: dayAt(Date.now() + days * DAY), time: '09:00', ...given },
    { now: new Date() },
  );
