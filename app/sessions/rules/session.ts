import { HOUR, MINUTE } from '#app/time/spans.ts';

/** What may be done with a session, and when. Pure and without imports: views hide by it. */
export interface Timed {
  startsAt: Date | string;
  minutes: number;
  cancelled: unknown;
  /** that somebody ended it, or it closed itself; what is never closed leaves it out */
  closed?: unknown;
}

const startOf = ({ startsAt }: Timed) => new Date(startsAt).getTime();

export const endOf = (session: Timed) => startOf(session) + session.minutes * MINUTE;

export function sessionState(session: Timed, now: Date): 'coming' | 'running' | 'past' {
  if (now.getTime() < startOf(session)) return 'coming';
  if (session.closed) return 'past';
  return now.getTime() < endOf(session) ? 'running' : 'past';
}

/** Members answer until it starts. */
export const canReply = (session: Timed, now: Date) =>
  !session.cancelled && sessionState(session, now) === 'coming';

/** A facilitator changes it until it is over: the agenda also while it runs. */
export const canChange = (session: Timed, now: Date) =>
  !session.cancelled && sessionState(session, now) !== 'past';

export const canCancel = (session: Timed, now: Date) =>
  !session.cancelled && sessionState(session, now) === 'coming';

/** A cancellation is taken back until the session was to begin. */
export const canRestore = (session: Timed, now: Date) =>
  Boolean(session.cancelled) && sessionState(session, now) === 'coming';

/** Whoever runs it says that it is over once it has begun. */
export const canClose = (session: Timed, now: Date) =>
  !session.cancelled && sessionState(session, now) !== 'coming';

/** So many hours after its end a session that nobody closed closes itself. */
export const HOURS_TO_CLOSE = 3;

export const canReopen = (session: Timed, now: Date) =>
  canClose(session, now) && now.getTime() < endOf(session) + HOURS_TO_CLOSE * HOUR;

/** Whose it is on the day: the circle's facilitators and host, and whoever is to run this session. */
export const mayRun = (
  { role, personId }: { role: string; personId: number },
  facilitatorId: number | null,
) => role !== 'member' || personId === facilitatorId;

/** What its cards say to whoever runs it: a member who does reads it until the session is over. */
export const mayReadNotes = (
  person: { role: string; personId: number },
  session: { facilitator: { id: number } | null; state: string; cancelled: unknown },
) =>
  person.role !== 'member' ||
  (mayRun(person, session.facilitator?.id ?? null) &&
    session.state !== 'past' &&
    !session.cancelled);

/** How many said that they come; null where nobody did. */
export const howManyCome = (people: readonly { answer: ReplyAnswer | null }[]) =>
  people.filter(({ answer }) => answer === 'yes').length || null;

const LENGTHS = [30, 45, 60, 75, 90, 105, 120, 150, 180];
export const SHORTEST_MINUTES = 10;
export const LONGEST_MINUTES = 480;
export const MOST_ITEMS = 40;
/** How many a session may say it takes to be worth it. */
export const FEWEST_NEEDED = 2;
export const MOST_NEEDED = 12;
export const LONGEST_WORD = 280;

export type ReplyAnswer = 'yes' | 'maybe' | 'no';

/** The lengths to choose from, in minutes: the usual ones, and the one there is. */
export const lengthsBeside = (typed: string): number[] =>
  [...new Set([...LENGTHS, Number(typed)])].filter((n) => n > 0).sort((a, b) => a - b);

/** An answer that was given before the session moved was to another time. */
export const isStale = (repliedAt: Date, movedAt: Date | null) =>
  movedAt !== null && repliedAt < movedAt;

export const totalMinutes = (agenda: readonly { minutes: number }[]) =>
  agenda.reduce((total, { minutes }) => total + minutes, 0);
