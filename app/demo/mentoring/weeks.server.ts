import type { SeedHelping, SeedWeeks } from '#app/demo/community/mentoring/types.ts';
import type { SeedPerson } from '#app/demo/community/types.ts';
import { dayAt } from '#app/demo/days.server.ts';
import { firstTurn, hourOn, weekdayOf } from '#app/mentoring/week/rules/turns.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { daysAfter } from '#app/time/spans.ts';
import type { Ground } from './ground.server.ts';

/** Writes whom somebody asks this week, and asked in the weeks before it. */
export async function insertWeeks(
  { tx, now, personId }: Ground,
  seed: SeedWeeks,
  people: SeedPerson[],
): Promise<void> {
  const { person, weekday, hour, weeks } = seed;
  const zone = people.find(({ key }) => key === person)?.timeZone ?? 'UTC';
  const rhythm = { weekday, hour, everyWeeks: 1 };
  const thisWeek = lastTurn(rhythm, zone, now);
  const person_id = personId(person);
  await tx
    .insertInto('weekly_asking')
    .values({ person_id, weekday, hour, next_on: firstTurn(rhythm, zone, now, thisWeek) })
    .execute();
  await tx
    .insertInto('weekly_ask')
    .values(
      weeks.map(({ whom, when, will, result, kept }, back) => {
        const for_day = addDays(thisWeek, -7 * back);
        const named = 'key' in whom ? people.find(({ key }) => key === whom.key)?.name : whom.name;
        return {
          ...{ person_id, for_day, when_text: when, will_text: will, kept: kept ?? '' },
          ...{ whom_id: 'key' in whom ? personId(whom.key) : null, whom: named ?? '' },
          result: result ?? null,
          result_at: result ? daysAfter(hourOn(for_day, hour, zone), back === 0 ? 0 : 3) : null,
        };
      }),
    )
    .execute();
}

/** The day of the last turn whose hour has come. */
function lastTurn(
  { weekday, hour }: SeedWeeks | { weekday: number; hour: number },
  zone: string,
  now: Date,
) {
  const today = todayIn(zone, now);
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const day = addDays(today, -back);
  return hourOn(day, hour, zone) <= now ? day : addDays(day, -7);
}

/** Writes how much each can take on. */
export async function insertHelping({ tx, evening, personId }: Ground, helping: SeedHelping[]) {
  await tx
    .insertInto('helping')
    .values(
      helping.map(({ person, atOnce, pausedForDays, withinCirclesOnly }) => ({
        ...{ person_id: personId(person), at_once: atOnce ?? 2 },
        paused_until: pausedForDays === undefined ? null : dayAt(evening, pausedForDays),
        beyond_circles: !withinCirclesOnly,
      })),
    )
    .execute();
}
