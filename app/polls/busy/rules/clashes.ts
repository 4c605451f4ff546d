import { addDays } from '#app/time/days.ts';
import { localTimeOf, momentOf } from '#app/time/local-time.ts';
import { MINUTE } from '#app/time/spans.ts';
import type { Busy } from './event-times.ts';
import type { Span } from './occurrences.ts';

/** What a poll asks for, as it is compared with a calendar. */
export interface Asked {
  kind: 'dates' | 'weekly';
  minutes: number;
  /** whose clocks its times were said on */
  zone: string;
  /** those that are to come; ISO */
  slots: readonly { id: number; startsAt: string }[];
}

/** A time of the week is compared in so many weeks. */
const WEEKS = 4;

/** When a slot would be: once, or in each of the coming weeks, by the clocks it was said on. */
export function spansOf(
  { kind, minutes, zone }: Asked,
  slot: { startsAt: string },
  now: Date,
): Span[] {
  const span = (at: Date) => ({ from: at.getTime(), to: at.getTime() + minutes * MINUTE });
  const first = new Date(slot.startsAt);
  if (kind === 'dates') return [span(first)];
  const { date, time } = localTimeOf(first, zone);
  const spans: Span[] = [];
  for (let on = date; spans.length < WEEKS; on = addDays(on, 7)) {
    const at = on === date ? first : momentOf({ date: on, time, zone });
    if (at > now) spans.push(span(at));
  }
  return spans;
}

/** What is looked for in a calendar: all times of a poll; null where none is to come. */
export function askedSpan(asked: Asked, now: Date): Span | null {
  const spans = asked.slots.flatMap((slot) => spansOf(asked, slot, now));
  if (spans.length === 0) return null;
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
}

/** What is in the way of a time, the earlier first, each once. What only touches it is not. */
export function clashesOf(span: Span, busy: readonly Busy[]): Busy[] {
  const clashes = busy.filter(({ from, to }) => from < span.to && to > span.from);
  const once = new Map(clashes.map((clash) => [`${clash.from} ${clash.to} ${clash.title}`, clash]));
  return [...once.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}
