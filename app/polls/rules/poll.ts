import { DAY, HOUR } from '#app/time/spans.ts';

/** What may be done with a time poll, and when. Pure: views hide by it. */

export type PollAnswer = 'yes' | 'if_need_be' | 'no';
export const ANSWERS: readonly PollAnswer[] = ['yes', 'if_need_be', 'no'];

export const MOST_SLOTS = 40;

export interface PollTimes {
  /** null: until somebody chooses */
  closesAt: Date | string | null;
  endedAs: 'chosen' | 'called_off' | null;
}

/** open: it is answered; closed: its time is over, and nothing is chosen yet. */
export type PollState = 'open' | 'closed' | 'chosen' | 'called_off';

export function pollState({ closesAt, endedAs }: PollTimes, now: Date): PollState {
  if (endedAs !== null) return endedAs;
  return closesAt !== null && new Date(closesAt) <= now ? 'closed' : 'open';
}

export type PollKind = 'dates' | 'weekly';

/** A slot is answered and chosen until it begins; a time of the week comes again. */
export const isAhead = (kind: string, startsAt: Date | string, now: Date) =>
  kind === 'weekly' || new Date(startsAt) > now;

/**
 * How long before its close those are reminded who have not answered, by how long a poll is open at
 * least; in milliseconds, the longest first. Those of a shorter one are not.
 */
export const REMINDERS = [
  { open: 5 * DAY + 1, before: 48 * HOUR },
  { open: 2 * DAY, before: 36 * HOUR },
] as const;

/** When those are reminded who have not answered; null for a short poll. */
export function remindsAt(askedAt: Date, closesAt: Date): Date | null {
  const open = closesAt.getTime() - askedAt.getTime();
  const by = REMINDERS.find((reminder) => open >= reminder.open);
  return by ? new Date(closesAt.getTime() - by.before) : null;
}

/** Whether a meeting at a time ('HH:MM') is in somebody's night, on their own clocks. */
export const isNight = (time: string) => time < '07:00' || time >= '22:00';
