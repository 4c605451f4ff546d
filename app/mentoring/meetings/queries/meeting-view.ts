import { sessionState } from '#app/sessions/rules/session.ts';

/** A meeting as the two see it. */
export interface MeetingView {
  id: number;
  /** ISO */
  startsAt: string;
  minutes: number;
  place: string;
  state: 'coming' | 'running' | 'past';
}

export function meetingViewOf(
  meeting: { id: number; startsAt: string | Date; minutes: number; place: string },
  now: Date,
): MeetingView {
  const startsAt = new Date(meeting.startsAt);
  const timed = { startsAt, minutes: meeting.minutes, cancelled: null };
  const { id, minutes, place } = meeting;
  return { id, startsAt: startsAt.toISOString(), minutes, place, state: sessionState(timed, now) };
}

/** What is shown first: the meeting that runs, or the next; null when none is to come. */
export const nextOf = (meetings: readonly MeetingView[]): MeetingView | null =>
  meetings.find(({ state }) => state !== 'past') ?? null;
