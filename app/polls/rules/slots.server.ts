import { addDays, daysBetween } from '#app/time/days.ts';
import {
  type LocalTimeChoice,
  localTimeOf,
  momentOf,
  resolveLocalTime,
  type Unresolved,
} from '#app/time/local-time.ts';
import { DAY, dayNumber } from '#app/time/spans.ts';
import { MOST_SLOTS } from './poll.ts';

/** A slot as it is typed. */
export interface TypedSlot {
  date: string;
  time: string;
  choice?: LocalTimeChoice | undefined;
}

/** A slot that there is: what clocks show then, and when that is. */
export interface PollSlot {
  date: string;
  time: string;
  second: boolean;
  startsAt: Date;
}

/** Two of the same wall clock are the same slot. */
export const slotKey = ({ date, time, second }: Omit<PollSlot, 'startsAt'>) =>
  `${date}T${time}${second ? ' second' : ''}`;

/** And of a weekly poll two of the same weekday and hour, whichever week they begin in. */
export const slotKeyOf = (kind: string) => (slot: Omit<PollSlot, 'startsAt'>) =>
  kind === 'weekly' ? `${weekdayOf(slot.date)} ${slot.time}` : slotKey(slot);

export type ResolvedSlots =
  | { ok: true; slots: PollSlot[] }
  /** by the index of the typed slot */
  | { ok: false; wrong: { index: number; why: Unresolved | { reason: 'twice-here' } }[] };

/**
 * The moments of typed slots on the clocks of a zone.
 * @param kept slots that are there and stay as they are, also when they are over
 */
export function resolveSlots(
  typed: readonly TypedSlot[],
  { zone, now, kept = [] }: { zone: string; now: Date; kept?: readonly PollSlot[] },
): ResolvedSlots {
  const known = new Map(kept.map((slot) => [slotKey(slot), slot]));
  const seen = new Set<string>();
  const slots: PollSlot[] = [];
  const wrong: Extract<ResolvedSlots, { ok: false }>['wrong'] = [];
  for (const [index, { date, time, choice }] of typed.entries()) {
    const there = known.get(slotKey({ date, time, second: choice === 'second' }));
    const resolved = there ?? resolveLocalTime({ date, time, zone }, { now, choice });
    if ('ok' in resolved && !resolved.ok) {
      wrong.push({ index, why: resolved });
      continue;
    }
    const { startsAt } = resolved;
    const second = there?.second ?? localTimeOf(startsAt, zone).choice === 'second';
    const slot = { date, time, second, startsAt };
    if (seen.has(slotKey(slot))) wrong.push({ index, why: { reason: 'twice-here' } });
    seen.add(slotKey(slot));
    slots.push(slot);
  }
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, slots };
}

/**
 * The days of these weekdays (1 Monday to 7 Sunday) from one day to another at each of the times, in
 * order; a few more than a poll takes, where it is too many.
 */
export function slotsOfPattern(pattern: {
  from: string;
  to: string;
  weekdays: readonly number[];
  times: readonly string[];
}): { date: string; time: string }[] {
  const { from, to, weekdays } = pattern;
  const times = [...new Set(pattern.times)].sort();
  const slots: { date: string; time: string }[] = [];
  const days = daysBetween(from, to);
  for (let day = 0; day <= days && slots.length <= MOST_SLOTS; day++) {
    const date = addDays(from, day);
    if (!weekdays.includes(weekdayOf(date))) continue;
    slots.push(...times.map((time) => ({ date, time })));
  }
  return slots;
}

/**
 * A slot as it comes next. A time of the week is on its first day, and once that has passed in the
 * weeks after it, by the same clock.
 */
export function coming<S extends Pick<PollSlot, 'date' | 'time' | 'startsAt'>>(
  slot: S,
  { kind, zone }: { kind: string; zone: string },
  now: Date,
): S {
  if (kind !== 'weekly' || slot.startsAt > now) return slot;
  const { time } = slot;
  const passed = Math.floor((now.getTime() - slot.startsAt.getTime()) / (7 * DAY));
  let date = addDays(slot.date, 7 * passed);
  let startsAt = slot.startsAt;
  while (startsAt <= now) {
    date = addDays(date, 7);
    startsAt = momentOf({ date, time, zone });
  }
  return { ...slot, date, startsAt };
}

/** Typed slots, of which those of the week that would have passed already begin in a later one. */
export const typedAhead = <S extends TypedSlot>(
  typed: readonly S[],
  poll: { kind: string; zone: string },
  now: Date,
): S[] =>
  typed.map((slot) => {
    if (poll.kind !== 'weekly') return slot;
    const startsAt = momentOf({ date: slot.date, time: slot.time, zone: poll.zone });
    return { ...slot, date: coming({ ...slot, startsAt }, poll, now).date };
  });

/** The first day of a weekday on or after a day. */
export const firstOn = (from: string, weekday: number) =>
  addDays(from, (weekday - weekdayOf(from) + 7) % 7);

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (date: string) => ((dayNumber(date) + 3) % 7) + 1;
