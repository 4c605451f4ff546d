import type { ReplyAnswer } from '#app/sessions/rules/session.ts';
import { LEADS, type Lead } from './rules/leads.ts';

/** To whoever is reminded: what they said, or that they have not. */
export function remindingWords(answer: ReplyAnswer | null): string {
  if (answer === null) return 'You have not said yet whether you come.';
  return answer === 'maybe'
    ? 'You said you may come. Do you know by now?'
    : 'You said you’re coming.';
}

export const leadWords: Readonly<Record<Lead, string>> = {
  20160: 'Two weeks before',
  2880: 'Two days before',
  120: 'Two hours before',
};

/** 'Two weeks, two days and two hours before', 'Not at all'. */
export function leadsInWords(leads: readonly number[]): string {
  const spans = LEADS.filter((lead) => leads.includes(lead)).map((lead) =>
    leadWords[lead].replace(' before', ''),
  );
  const last = spans.pop();
  if (last === undefined) return 'Not at all';
  const words = spans.length > 0 ? `${spans.join(', ')} and ${last}` : last;
  return `${words.charAt(0)}${words.slice(1).toLowerCase()} before`;
}

export const changedSince =
  'The reminders were saved elsewhere while you were here. Below is how they stand; choose again.';
