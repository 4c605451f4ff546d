import { addDays, todayIn } from '#app/time/days.ts';

/** After so many days somebody is asked again who names no other. */
const USUAL_DAYS = 30;

/** The first day that a “not now” may name, and the one its form begins with: on the clock of `zone`. */
export function notNowDays(zone: string, now: Date): { first: string; usual: string } {
  const today = todayIn(zone, now);
  return { first: addDays(today, 1), usual: addDays(today, USUAL_DAYS) };
}
