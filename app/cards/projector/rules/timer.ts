import { type Grouped, groupsOf, turnIn } from '#app/cards/rules/groups.ts';

/**
 * The time of a step, measured from a moment and not by counting: a laptop that slept and a tab that
 * was put off are right again when they wake. Pure.
 */
export interface Timer {
  /** milliseconds that went by before `since` */
  spent: number;
  /** the moment it goes on from, in milliseconds; null while it is held */
  since: number | null;
}

export const HELD: Timer = { spent: 0, since: null };

export const begun = (now: number): Timer => ({ spent: 0, since: now });

/** @returns milliseconds */
export const spentAt = ({ spent, since }: Timer, now: number) =>
  since === null ? spent : spent + Math.max(0, now - since);

export const held = (timer: Timer, now: number): Timer => ({
  spent: spentAt(timer, now),
  since: null,
});

export const goneOn = (timer: Timer, now: number): Timer =>
  timer.since === null ? { ...timer, since: now } : timer;

/**
 * The timer when the machine's clock was set back between two looks at it: it goes on from where it
 * was at the first.
 * @param seen the moment of the look before
 */
export const afterLook = (timer: Timer, seen: number, now: number): Timer =>
  timer.since === null || now >= seen ? timer : { spent: spentAt(timer, seen), since: now };

/** How the time of a step is parted. */
export interface Course {
  /** of all of it, in seconds */
  seconds: number;
  /** of one turn, in seconds; null where nobody takes turns */
  turn: number | null;
  /** how many there are */
  turns: number;
  kind: 'turn' | 'round' | null;
}

/** @param group how many sit together */
export function courseOf(step: Grouped, group: number): Course {
  const seconds = step.minutes * 60;
  const turn = turnIn(step, group);
  if (turn === null || step.mode === 'presenter')
    return { seconds, turn: null, turns: 0, kind: null };
  const isRounds = step.mode === 'rotating';
  const turns = isRounds ? Math.max(1, Math.floor(seconds / turn)) : group;
  return { seconds, turn, turns, kind: isRounds ? 'round' : 'turn' };
}

/** The course of the largest group a number of people part into: the time on the wall is theirs. */
export const courseFor = (step: Grouped, people: number) =>
  courseOf(step, groupsOf(step.mode, people)[0] ?? people);

export interface Place {
  /** the turn one is in, from 1; null in what no turn is in */
  turn: number | null;
  /** of this turn or, outside turns, of the step; whole seconds */
  left: number;
  /** how much of that is over, 0 to 1 */
  share: number;
  /** changed: another turn has just begun */
  state: 'going' | 'changed' | 'up';
}

/** How long a new turn is pointed out, in seconds. */
const POINTED_OUT = 8;

/** @param spent in milliseconds */
export function placeIn({ seconds, turn, turns }: Course, spent: number): Place {
  const gone = spent / 1000;
  if (gone >= seconds) return { turn: turns || null, left: 0, share: 1, state: 'up' };
  const at = turn === null ? turns : Math.floor(gone / turn);
  const [from, length] =
    turn !== null && at < turns
      ? [at * turn, Math.min(turn, seconds - at * turn)]
      : [turns * (turn ?? 0), seconds - turns * (turn ?? 0)];
  return {
    turn: at < turns ? at + 1 : null,
    left: Math.ceil(from + length - gone),
    share: (gone - from) / length,
    state: at > 0 && turn !== null && gone - from < POINTED_OUT ? 'changed' : 'going',
  };
}

/** The timer at the start of the turn one is in, or of the step. */
export function again(timer: Timer, { turn, turns }: Course, now: number): Timer {
  const at = turn === null ? 0 : Math.min(turns, Math.floor(spentAt(timer, now) / 1000 / turn));
  const spent = turn === null ? 0 : at * turn * 1000;
  return { spent, since: timer.since === null ? null : now };
}
