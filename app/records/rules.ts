import { sessionState, type Timed } from '#app/sessions/rules/session.ts';

export const LONGEST_TAKEAWAY = 1_000;
export const LONGEST_MINUTES_TEXT = 20_000;

/** With whom a takeaway stays: in the room it is only counted. */
export type TakeawayReach = 'room' | 'circle' | 'quotable';

/** What belongs to its close can be said from its beginning on, and at any time after. */
export const hasRecord = (session: Timed, now: Date) =>
  !session.cancelled && sessionState(session, now) !== 'coming';
