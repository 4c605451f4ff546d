import { type WallClock, wallClock } from '#app/time/wall-clock.ts';

/** A close as a row keeps it: its moment, and the clock it was set by. */
export function closingColumns(closesAt: Date, zone: string) {
  const { on_date, at_time, second_time } = wallClock(closesAt, zone);
  return {
    ...{ closes_at: closesAt, time_zone: zone, closes_on: on_date, closes_time: at_time },
    second_time,
  };
}

/** The same as a wall clock. */
export const clockOf = (row: ReturnType<typeof closingColumns>): WallClock => ({
  ...{ starts_at: row.closes_at, time_zone: row.time_zone, on_date: row.closes_on },
  ...{ at_time: row.closes_time, second_time: row.second_time },
});
