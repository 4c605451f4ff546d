import type { Member } from '#app/access/proofs.ts';
import type { Clock } from '#app/time/clock.ts';
import { localTimeOf } from '#app/time/local-time.ts';
import { daysAfter } from '#app/time/spans.ts';

/** What the form of a closing time shows at first: when it closes, or an evening in a week. */
export function closingDefaults(
  { circle }: Member,
  closesAt?: Date,
  { now = new Date() }: Clock = {},
): { date: string; time: string } {
  const at = closesAt ?? daysAfter(now, 7);
  const { date, time } = localTimeOf(at, circle.timeZone);
  return { date, time: closesAt ? time : '20:00' };
}
