/** Whether the day or the month comes first where an export writes 1/2/2022; null while nobody knows. */
export type DayOrder = 'day-first' | 'month-first' | null;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
// A spreadsheet counts days from here, and shows them so when a column lost its format.
const SHEET_DAY_0 = Date.UTC(1899, 11, 30);
const DAY = 24 * 60 * 60 * 1000;

const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;
const SERIAL = /^[2-6]\d{4}$/;
const MONTH_NAMED = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i;
const DAY_NAMED = /^(\d{1,2})\.? ([a-z]{3})[a-z]*\.?,? (\d{4})$/i;

/** A day as a spreadsheet may have rewritten it, without its hour. */
const bare = (typed: string) => typed.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '');

/** What one date tells of the order of all in its file: which of the two numbers can be no month. */
export function orderIn(typed: string): DayOrder {
  const [, first, mark, second] = YEAR_LAST.exec(bare(typed)) ?? [];
  if (!first || mark === '.' || Number(first) > 31 || Number(second) > 31) return null;
  if (Number(first) > 12) return 'day-first';
  return Number(second) > 12 ? 'month-first' : null;
}

export type DateRead =
  | { ok: true; date: string }
  /** no: it is no day; either: nothing tells its day from its month */
  | { ok: false; reason: 'no' | 'either' };

/**
 * A day of an export, also of one that went through a spreadsheet.
 * @param order what the other dates of the file say
 */
export function readDate(typed: string, order: DayOrder): DateRead {
  const written = bare(typed);
  const [, year = '', month = '', day = ''] = YEAR_FIRST.exec(written) ?? [];
  if (year) return asDate(year, month, day);
  const [, first = '', mark = '', second = '', ended = ''] = YEAR_LAST.exec(written) ?? [];
  if (ended) return yearLast(first, mark, second, ended, order);
  if (SERIAL.test(written)) {
    const date = new Date(SHEET_DAY_0 + Number(written) * DAY).toISOString().slice(0, 10);
    return { ok: true, date };
  }
  const [, name = '', nth = '', of = ''] = MONTH_NAMED.exec(written) ?? [];
  if (name) return asDate(of, monthNamed(name), nth);
  const [, nth2 = '', name2 = '', of2 = ''] = DAY_NAMED.exec(written) ?? [];
  return asDate(of2, monthNamed(name2), nth2);
}

function yearLast(
  first: string,
  mark: string,
  second: string,
  ended: string,
  order: DayOrder,
): DateRead {
  const year = ended.length === 4 ? ended : `20${ended}`;
  const own = mark === '.' ? 'day-first' : orderIn(`${first}${mark}${second}${mark}${ended}`);
  const way = own ?? (first === second ? 'day-first' : order);
  if (way === null) return { ok: false, reason: 'either' };
  return way === 'day-first' ? asDate(year, second, first) : asDate(year, first, second);
}

const monthNamed = (name: string) => String(MONTHS.indexOf(name.toLowerCase()) + 1);

/** 'YYYY-MM-DD', when there is such a day. */
function asDate(year: string, month: string, day: string): DateRead {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const asDate = new Date(`${date}T00:00:00Z`);
  const isDay = !Number.isNaN(asDate.getTime()) && asDate.toISOString().startsWith(date);
  return isDay && year >= '1000' ? { ok: true, date } : { ok: false, reason: 'no' };
}
