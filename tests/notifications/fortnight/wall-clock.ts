const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const QUARTER = 15 * 60_000;

/** What a clock on somebody's wall shows: '2060-03-15', 'HH:MM', and 1 for Monday to 7. */
export function wallClock(
  at: number,
  zone: string,
): { date: string; time: string; weekday: number } {
  const local = new Date(at + offsetOf(at, zone));
  const said = local.toISOString();
  return { date: said.slice(0, 10), time: said.slice(11, 16), weekday: local.getUTCDay() || 7 };
}

/** When such a clock shows that: a moment of UTC whose digits are those on the wall. */
export const momentOnWall = (digits: number, zone: string) =>
  digits - offsetOf(digits - offsetOf(digits, zone), zone);

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
