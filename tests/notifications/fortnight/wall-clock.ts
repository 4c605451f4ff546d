const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const QUARTER = 15 * 60_000;

/** What a clock on somebody's wall shows: 'HH:MM', and 1 for Monday to 7. */
export function wallClock(at: number, zone: string): { time: string; weekday: number } {
  const local = new Date(at + offsetOf(at, zone));
  return { time: local.toISOString().slice(11, 16), weekday: local.getUTCDay() || 7 };
}

/** Clocks change at a quarter of an hour. */
function offsetOf(at: number, zone: string): number {
  const quarter = Math.floor(at / QUARTER) * QUARTER;
  const key = `${quarter} ${zone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const formatter =
    formatters.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formatters.set(zone, formatter);
  const offset = Date.parse(`${formatter.format(quarter).replace(' ', 'T')}Z`) - quarter;
  offsets.set(key, offset);
  return offset;
}
