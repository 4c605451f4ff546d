import { daysAfter } from '#app/time/spans.ts';

/** Whoever waits for a moment is reminded of it a day before; null when that is over already. */
export function reminderAt(moment: Date, now: Date): Date | null {
  const at = daysAfter(moment, -1);
  return at > now ? at : null;
}
