import type { ReplyAnswer } from '#app/sessions/rules/session.ts';
import { MINUTE } from '#app/time/spans.ts';

/** How long before a session its reminders come, in minutes: two weeks, two days, two hours. */
export const LEADS = [20_160, 2_880, 120] as const;
export type Lead = (typeof LEADS)[number];

/** One of them; null for any other number. */
export const leadOf = (minutes: number): Lead | null =>
  LEADS.find((lead) => lead === minutes) ?? null;

/** What is left of the usual ones; null: none was taken off. */
export type Trimmed = readonly number[] | null;

/** The reminders somebody gets: of those that their circle has, those that they want. */
export const leadsFor = (circle: Trimmed, own: Trimmed): Lead[] =>
  LEADS.filter((lead) => (circle ?? LEADS).includes(lead) && (own ?? LEADS).includes(lead));

interface Hearer {
  circle: Trimmed;
  own: Trimmed;
  /** what they said to the time it is at now */
  answer: ReplyAnswer | null;
}

/** Whether somebody gets a reminder: whoever said no hears of none. */
export const hearsReminder = (lead: Lead, { circle, own, answer }: Hearer) =>
  answer !== 'no' && leadsFor(circle, own).includes(lead);

const momentOf = (startsAt: Date, lead: Lead) => new Date(startsAt.getTime() - lead * MINUTE);

/** The next reminder of a session, and when; null where all are over. @param after the one that was last */
export function nextReminder(
  startsAt: Date,
  now: Date,
  after: Lead | null = null,
): { lead: Lead; at: Date } | null {
  const lead = LEADS.find(
    (lead) => (after === null || lead < after) && momentOf(startsAt, lead) > now,
  );
  return lead === undefined ? null : { lead, at: momentOf(startsAt, lead) };
}

/** Which one is said when that of a lead comes late: the last that is due, in place of all before. */
export const saidInstead = (lead: Lead, startsAt: Date, now: Date): Lead =>
  LEADS.findLast((other) => other < lead && momentOf(startsAt, other) <= now) ?? lead;

export const sameLeads = (a: Trimmed, b: Trimmed) =>
  leadsFor(a, null).join() === leadsFor(b, null).join();

/** A reminder that comes later than this before a session, in minutes, helps nobody to be there. */
export const LATEST = 30;
