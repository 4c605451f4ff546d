import { daysBetween } from '#app/series/rules/recurrence.server.ts';
import { bookEndsWord } from '#app/series/words.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { momentOf } from '#app/time/local-time.ts';
import type { Tx } from '#db/database.server.ts';
import { type InCircle, inCircle } from '#db/in-circle.server.ts';
import { endOfBook, firstOf, type SeriesRow } from './series-row.server.ts';
import {
  dropSessions,
  holdSessions,
  sessionsToCome,
  type ToCome,
} from './sessions-to-come.server.ts';

/**
 * Fits a series to the last day of the book it ends with, where that is another by now: what is to come
 * between the two days is off, or back with what was answered. Those that are not there yet are left to
 * `makeSessions`. The series is locked; nobody is told.
 * @param given.by whose act it is that sessions are off
 * @returns whether it is another last day for anybody: one of its days to come is between the two
 */
export async function fitToBook(
  tx: Tx,
  circle: InCircle,
  series: SeriesRow,
  { by }: { by: number },
  now: Date,
): Promise<boolean> {
  const { bookEndsOn, readingId, untilOn, zone } = series;
  if (bookEndsOn === null) return false;
  const endsOn = await endOfBook(tx, circle, readingId);
  if (endsOn === null || endsOn === bookEndsOn) return false;
  await tx
    .updateTable('series')
    .set({ book_ends_on: endsOn })
    .where(inCircle(circle, 'series'))
    .where('id', '=', series.id)
    .execute();
  const before = firstOf(untilOn, bookEndsOn) ?? bookEndsOn;
  const after = firstOf(untilOn, endsOn) ?? endsOn;
  const [from, to] = before < after ? [before, after] : [after, before];
  const days = daysBetween(series, addDays(from, 1), to);
  // What was moved by itself is off by the day it was moved to.
  const isBetween = ({ isAlone, day, startsAt }: ToCome) => {
    const own = isAlone ? todayIn(zone, startsAt) : day;
    return own > from && own <= to;
  };
  const between = (await sessionsToCome(tx, circle, series.id, now)).filter(isBetween);
  const isOn = ({ offAt }: ToCome) => offAt === null;
  const isBack = ({ isAlone, isOffWithSeries, day }: ToCome) =>
    isOffWithSeries === true && (isAlone || days.includes(day));
  const changed = between.filter(after < before ? isOn : isBack);
  if (after < before) {
    const ids = changed.map(({ id }) => id);
    await dropSessions(tx, circle, ids, { reason: bookEndsWord, by, at: now });
  } else await holdSessions(tx, circle, changed, now);
  const isToCome = (day: string) => momentOf({ date: day, time: series.time, zone }) > now;
  return changed.length > 0 || days.some(isToCome);
}
