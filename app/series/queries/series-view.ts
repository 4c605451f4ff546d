import type { ReplyAnswer } from '#app/sessions/rules/session.ts';

/** A series as its circle sees it. Moments are ISO strings. */
export interface SeriesView {
  id: number;
  version: number;
  title: string;
  /** 'Every second Tuesday, 17:30 (Madrid)' */
  recurs: string;
  rule: string;
  startsOn: string;
  /** 'HH:MM' in its zone */
  time: string;
  timeZone: string;
  minutes: number;
  place: string;
  facilitator: { id: number; name: string } | null;
  untilOn: string | null;
  /** the reading it ends with, and that one's last day */
  reading: { id: number; bookTitle: string; endsOn: string } | null;
  endedAt: string | null;
  /** the series that goes on in place of this one, or that this one goes on with */
  followedBy: number | null;
  follows: number | null;
  sessions: SeriesSession[];
}

/** One of those to come. */
export interface SeriesSession {
  id: number;
  startsAt: string;
  /** the day the rule says, 'YYYY-MM-DD' */
  occursOn: string;
  title: string;
  changedAlone: boolean;
  /** why it is off; null when it is not */
  cancelled: string | null;
  coming: number;
  mine: ReplyAnswer | null;
}

/** A series in a list, and on the page of one of its sessions. */
export interface SeriesLine {
  id: number;
  title: string;
  recurs: string;
}
