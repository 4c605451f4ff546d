import type { ReadBefore } from '#app/reading/queries/read-before.server.ts';
import type { ReplyAnswer } from '#app/sessions/rules/session.ts';

/** A session as its circle sees it. Moments are ISO strings. */
export interface SessionView {
  id: number;
  version: number;
  title: string;
  startsAt: string;
  /** 'YYYY-MM-DD' in the circle's zone */
  day: string;
  /** its time was changed after it was set */
  moved: boolean;
  endsAt: string;
  minutes: number;
  place: string;
  state: 'coming' | 'running' | 'past';
  closed: boolean;
  cancelled: { reason: string; by: string; at: string } | null;
  facilitator: { id: number; name: string } | null;
  milestoneId: number | null;
  agenda: AgendaItem[];
  /** every member, in order of joining */
  people: PersonComing[];
  mine: Omit<PersonComing, 'id' | 'name'>;
  /** what is read before it; null when nothing is */
  read: ReadBefore | null;
}

export interface AgendaItem {
  id: number;
  title: string;
  minutes: number;
  /** both set when the item is a card */
  deck: string | null;
  card: string | null;
}

export interface PersonComing {
  id: number;
  name: string;
  /** null when they have not said, or said it before the session moved */
  answer: ReplyAnswer | null;
  word: string;
  /** what they had said to the time before */
  before: ReplyAnswer | null;
}

/** The session a circle holds next, as its member sees it from outside. */
export interface UpcomingSession
  extends Pick<
    SessionView,
    'id' | 'startsAt' | 'endsAt' | 'minutes' | 'state' | 'cancelled' | 'read'
  > {
  circle: { slug: string; name: string; timeZone: string };
  mine: Pick<PersonComing, 'answer' | 'before'>;
  /** whether the viewer has said what they ask; null where nobody is to */
  readyToAsk: boolean | null;
}

/** A session in a list. */
export interface SessionLine {
  id: number;
  title: string;
  startsAt: string;
  minutes: number;
  state: 'coming' | 'running' | 'past';
  /** why it was cancelled; null when it was not */
  cancelled: string | null;
  facilitator: string | null;
  coming: number;
  mine: ReplyAnswer | null;
}
