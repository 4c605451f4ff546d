import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import { weekState } from '#app/mentoring/week/rules/week.ts';
import type { WeekRow } from './week-page.server.ts';

/** As `weekOnHome` gives it. */
export type WeekOnHomeRow = WeekRow;

/** What home shows of this week: whom, their sentence, and what can be said of it now. */
export const weekShown = ({ id, whom, when, will, version, result }: WeekOnHomeRow) => ({
  ...{ id, whom, when, will, version, to: addressOfWeek(id) },
  state: weekState({ whom, result }),
});

export type WeekShown = ReturnType<typeof weekShown>;
