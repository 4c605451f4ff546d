import type { Member } from '#app/access/proofs.ts';
import { identity } from '#app/platform/forms/fields.server.ts';
import { patternOf } from '#app/series/rules/pattern.ts';
import type { ZoneCount } from '#app/sessions/schedule/rules/everyones-day.ts';
import type { Clock } from '#app/time/clock.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { localTimeOf } from '#app/time/local-time.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import type { SeriesView } from './series-view.ts';

/** What the form of a series shows before anything is typed. */
export interface SeriesDefaults {
  title: string;
  date: string;
  time: string;
  zone: string;
  minutes: string;
  place: string;
  facilitatorId: string;
  repeats: string;
  weekdays: string[];
  monthly: string;
  ends: string;
  untilOn: string;
  readingId: string;
}

/** What a series' form chooses from, and whose day it is set into. */
export async function seriesChoices(member: Member, { now = new Date() }: Clock = {}) {
  const [people, readings] = await Promise.all([
    db
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
      .select(['person.id', 'person.name', 'person.time_zone'])
      .where(inCircle(member, 'membership'))
      .where('closed.person_id', 'is', null)
      .orderBy('membership.joined_at')
      .orderBy('person.id')
      .execute(),
    db
      .selectFrom('reading')
      .innerJoin('book', (join) => join.on(joined('book.id', 'reading.book_id')))
      .leftJoin('reading_end as ended', (join) => join.on(joined('ended.reading_id', 'reading.id')))
      .select(['reading.id', 'book.title', 'reading.ends_on as endsOn'])
      .where(inCircle(member, 'reading'))
      .where('ended.reading_id', 'is', null)
      .where('reading.ends_on', '>=', todayIn(member.circle.timeZone, now))
      .orderBy('reading.starts_on')
      .execute(),
  ]);
  const counts = new Map<string, number>();
  for (const { time_zone } of people) counts.set(time_zone, (counts.get(time_zone) ?? 0) + 1);
  const zones: ZoneCount[] = [...counts].map(([zone, count]) => ({ zone, people: count }));
  return { people: people.map(({ id, name }) => ({ id, name })), readings, zones };
}

export type SeriesChoices = Awaited<ReturnType<typeof seriesChoices>>;

const onceAWeek = { repeats: 'week:1', monthly: 'weekday', ends: 'never', untilOn: '' };

/**
 * A series that begins: as the session that is repeated is, or as the last one was.
 * @param typed the number of a session, as an address carries it
 */
export async function newSeriesDefaults(
  member: Member,
  typed: string | null,
  { now = new Date() }: Clock = {},
): Promise<{ defaults: SeriesDefaults; session: number | null }> {
  const repeated = identity(typed);
  const zone = member.circle.timeZone;
  const like = await db
    .selectFrom('session')
    .select(['id', 'title', 'starts_at', 'time_zone', 'minutes', 'place', 'facilitator_id'])
    .where(inCircle(member, 'session'))
    .$if(repeated !== null, (query) => query.where('id', '=', repeated ?? 0))
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const isRepeated = repeated !== null && like !== undefined;
  const at = like && localTimeOf(like.starts_at, isRepeated ? zone : like.time_zone);
  const isToCome = isRepeated && like.starts_at > now;
  const date = isRepeated && at ? (isToCome ? at.date : nextWeek(at.date, zone, now)) : '';
  const defaults = {
    ...onceAWeek,
    ...{ title: isRepeated ? like.title : '', date, time: at?.time ?? '18:30', zone },
    ...{ minutes: String(like?.minutes ?? 75), place: like?.place ?? '' },
    facilitatorId: isRepeated && like.facilitator_id ? String(like.facilitator_id) : '',
    ...{ weekdays: [], readingId: '' },
  };
  return { defaults, session: isRepeated ? repeated : null };
}

/** The same weekday, once it is to come. */
function nextWeek(date: string, zone: string, now: Date): string {
  const today = todayIn(zone, now);
  let day = date;
  while (day <= today) day = addDays(day, 7);
  return day;
}

/** A series as its form shows it for changing, from its next session on, or from the chosen one. */
export function defaultsOf(series: SeriesView, typed: string | null) {
  const pattern = patternOf(series.rule);
  const chosen = series.sessions.find(({ id }) => id === identity(typed));
  const from = chosen ?? series.sessions[0];
  const isWeekly = pattern.by === 'week';
  const monthly =
    pattern.by === 'month-day'
      ? pattern.day < 0
        ? 'last-day'
        : 'day'
      : pattern.by === 'month-weekday' && pattern.nth < 0
        ? 'last-weekday'
        : 'weekday';
  const defaults: SeriesDefaults = {
    ...{ title: series.title, date: from?.occursOn ?? series.startsOn, time: series.time },
    ...{ zone: series.timeZone, minutes: String(series.minutes), place: series.place },
    facilitatorId: series.facilitator ? String(series.facilitator.id) : '',
    repeats: `${isWeekly ? 'week' : 'month'}:${pattern.every}`,
    // A single one follows the date, wherever that is moved.
    weekdays: isWeekly && pattern.weekdays.length > 1 ? pattern.weekdays.map(String) : [],
    monthly,
    ends: series.reading ? 'book' : series.untilOn ? 'on' : 'never',
    untilOn: series.untilOn ?? '',
    readingId: series.reading ? String(series.reading.id) : '',
  };
  return { defaults, session: chosen?.id ?? null };
}
