import type { Viewer } from '#app/access/proofs.ts';
import { weekColumns } from '#app/mentoring/week/rows/week-columns.server.ts';
import { type WeekState, weekState } from '#app/mentoring/week/rules/week.ts';
import type { Clock } from '#app/time/clock.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';

/** One week of the viewer. */
export interface Week {
  id: number;
  /** 'YYYY-MM-DD' */
  day: string;
  /** as they are called; '' where they have not said whom */
  whom: string;
  whomId: number | null;
  when: string;
  will: string;
  remindOn: string | null;
  remindHour: number | null;
  state: WeekState;
  kept: string;
  /** the draft it became */
  askId: number | null;
  version: number;
}

export type WeekRow = Omit<Week, 'state'> & { result: string | null };

export interface AskingNow {
  weekday: number;
  hour: number;
  everyWeeks: number;
  /** the day of the next turn; null: stopped */
  nextOn: string | null;
  version: number;
}

const WEEKS_A_PAGE = 20;

const MINE = 'a week is its person’s, in none of their circles';

const PAGE = `
select (select json_build_object('weekday', a.weekday, 'hour', a.hour, 'everyWeeks', a.every_weeks,
    'nextOn', a.next_on, 'version', a.version)
  from weekly_asking a where a.person_id = $1) as asking,
  coalesce((select json_agg(w order by w.day desc) from (
    select ${weekColumns('$2::bigint[]')} from weekly_ask k
    where k.person_id = $1 and k.for_day < $3::date
    order by k.for_day desc limit $4) w), '[]') as weeks`;

/**
 * When the viewer is asked, this week and those before it.
 * @param before the last day of the page before; null: the first page, which begins with this week
 */
export async function weekPage(
  { personId, memberships, timeZone }: Viewer,
  before: string | null,
  { now = new Date() }: Clock = {},
) {
  const today = todayIn(timeZone, now);
  // A week that a wrong clock began is not this one.
  const from = before ?? addDays(today, 2);
  const circles = memberships.map(({ circle }) => circle.id);
  const { rows } = await acrossCircles(databasePool(), MINE).query<{
    asking: AskingNow | null;
    weeks: WeekRow[];
  }>({ text: PAGE, values: [personId, circles, from, WEEKS_A_PAGE + 1] });
  const { asking = null, weeks: found = [] } = rows[0] ?? {};
  const weeks = found.slice(0, WEEKS_A_PAGE).map(asWeek);
  const last = weeks.at(-1);
  const next = found.length > WEEKS_A_PAGE && last ? last.day : null;
  const [newest] = weeks;
  const isNow = before === null && newest && newest.day > addDays(today, -stays(asking));
  return {
    asking,
    week: isNow ? newest : null,
    past: isNow ? weeks.slice(1) : weeks,
    next,
  };
}

/** So many days a week is this one, for as long as no other begins. */
const stays = (asking: AskingNow | null) => 7 * (asking?.everyWeeks ?? 1);

const ONE = `
select ${weekColumns('$2::bigint[]')} from weekly_ask k where k.id = $3 and k.person_id = $1`;

/** One week of the viewer; null where it is none of theirs. */
export async function weekOf(
  { personId, memberships }: Viewer,
  weekId: number,
): Promise<Week | null> {
  const circles = memberships.map(({ circle }) => circle.id);
  const { rows } = await acrossCircles(databasePool(), MINE).query<WeekRow>({
    text: ONE,
    values: [personId, circles, weekId],
  });
  return rows[0] ? asWeek(rows[0]) : null;
}

const asWeek = ({ result, ...week }: WeekRow): Week => ({
  ...week,
  state: weekState({ ...week, result }),
});
