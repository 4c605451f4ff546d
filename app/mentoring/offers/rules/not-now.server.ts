import { type Quiet, quietUntil } from '#app/notifications/hearing/rules/hours.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { momentOf } from '#app/time/local-time.ts';

/** After so many days somebody is asked again who names no other. */
const USUAL_DAYS = 30;

/** At this hour of its day a “not now” comes back. */
const COMES_BACK_AT = '08:00';

/** When a “not now” comes back on its day: in the morning, on the clock of `zone`, when quiet hours are over. */
export function comesBackAt(until: string, zone: string, quiet: Quiet | null): Date {
  const morning = momentOf({ date: until, time: COMES_BACK_AT, zone });
  return quietUntil(quiet, zone, morning) ?? morning;
}

/** The first day that a “not now” may name, and the one its form begins with: on the clock of `zone`. */
export function notNowDays(zone: string, now: Date): { first: string; usual: string } {
  const today = todayIn(zone, now);
  return { first: addDays(today, 1), usual: addDays(today, USUAL_DAYS) };
}
