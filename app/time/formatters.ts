import { usableZone } from './zones.ts';

// As many as there are zones, and their older names.
const KEPT = 600;

/**
 * Formatters of moments, by zone. Making one costs fifty times what it then does, so each is kept.
 * @param options but the zone, which is read as `usableZone` has it
 */
export function formattersOf(options: Intl.DateTimeFormatOptions) {
  const kept = new Map<string, Intl.DateTimeFormat>();
  return (zone: string): Intl.DateTimeFormat => {
    const timeZone = usableZone(zone);
    let formatter = kept.get(timeZone);
    if (!formatter) {
      if (kept.size >= KEPT) kept.clear();
      formatter = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
      kept.set(timeZone, formatter);
    }
    return formatter;
  };
}
