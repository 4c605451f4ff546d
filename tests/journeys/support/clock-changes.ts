import { Temporal } from 'temporal-polyfill';

export interface LocalTime {
  /** 'YYYY-MM-DD' */
  date: string;
  /** 'HH:MM' */
  time: string;
}

/**
 * The next times that clocks of a zone never show and show twice, the ends of the first, and what
 * the second is called: in the middle of the hour that is skipped or repeated. Looked up from now, so
 * that no test ever expires.
 */
export function nextClockChanges(zone: string) {
  let never: { at: LocalTime; next: LocalTime } | undefined;
  let twice: LocalTime | undefined;
  let change = Temporal.Now.zonedDateTimeISO(zone).add({ days: 1 });
  while (!never || !twice) {
    const found = change.getTimeZoneTransition('next');
    if (!found) throw new Error(`Clocks in ${zone} never change.`);
    change = found;
    const after = change.toPlainDateTime();
    const before = change.subtract({ nanoseconds: 1 }).toPlainDateTime();
    if (Temporal.PlainDateTime.compare(before, after) < 0) {
      never ??= { at: local(after.subtract({ minutes: 30 })), next: local(after) };
    } else {
      twice ??= local(after.add({ minutes: 30 }));
    }
  }
  return { never, twice };
}

const local = (at: Temporal.PlainDateTime): LocalTime => ({
  date: at.toPlainDate().toString(),
  time: at.toPlainTime().toString({ smallestUnit: 'minute' }),
});
