import type { NamedSection } from '#app/books/rules/section-name.ts';
import { addDays, daysBetween } from '#app/time/days.ts';
import { isPaused } from './pace.ts';
import type { PlannedMilestone } from './plan.ts';
import type { PlanTerms } from './plan-terms.ts';
import type { BookSection } from './stints.ts';

/** A session that has not begun, as re-planning needs it. */
export interface ComingSession {
  day: string;
  milestoneId: number | null;
  cancelled: boolean;
  /** its time was changed after it was set */
  moved: boolean;
}

export interface KnownMilestone extends PlannedMilestone {
  id: number;
}

/** What the rest of a reading is planned anew from. Days are 'YYYY-MM-DD'. */
export interface ReplanGround {
  book: readonly (BookSection & NamedSection)[];
  /** in order of their days */
  milestones: readonly KnownMilestone[];
  startsOn: string;
  endsOn: string;
  terms: PlanTerms;
  sessions: readonly ComingSession[];
  today: string;
  /** the last section the circle has read; null when none */
  readUpTo: number | null;
}

/**
 * What is settled and what is open. A milestone due by today keeps its day and what was read of it;
 * the rest of it is behind, and has to find another day.
 */
export function milestoneStateOf({ book, milestones, today, readUpTo }: ReplanGround) {
  const read = book.findIndex(({ id }) => id === readUpTo);
  const isRead = (id: number) => book.findIndex((section) => section.id === id) <= read;
  const reached = milestones.filter(({ dueOn }) => dueOn <= today);
  return {
    kept: reached.map((milestone) => ({
      ...milestone,
      sectionIds: milestone.sectionIds.filter(isRead),
    })),
    behind: reached.flatMap(({ sectionIds }) => sectionIds.filter((id) => !isRead(id))),
    coming: milestones.filter(({ dueOn }) => dueOn > today),
  };
}

/**
 * The days on which something can still be due, as the sessions stand now: a milestone follows its
 * session to a new day, and one whose session is cancelled has no day any more.
 */
export function comingDays({ milestones, sessions, today, terms }: ReplanGround) {
  const pinned = new Map<string, number>();
  const days = new Set<string>();
  for (const { id, dueOn } of milestones) {
    if (dueOn <= today) continue;
    const own = sessions.filter(({ milestoneId }) => milestoneId === id);
    const held = own.filter(({ cancelled }) => !cancelled);
    if (own.length > 0 && held.length === 0) continue;
    const moved = held.some(({ day }) => day === dueOn) ? undefined : held.find((s) => s.moved);
    const day = moved?.day ?? dueOn;
    if (day <= today) continue;
    days.add(day);
    if (moved) pinned.set(day, id);
  }
  for (const day of [terms.recapOn, terms.wrapOn]) if (day) days.delete(day);
  return { days: [...days].sort(), pinned };
}

const daysOf = (sessions: readonly ComingSession[]) =>
  sessions.flatMap(({ day, cancelled }) => (cancelled ? [] : [day])).sort();

/** Every day left before the reading ends: in a circle that reads by its sessions, all of those. */
export function daysLeft(ground: ReplanGround): string[] {
  const { terms, sessions, today, endsOn } = ground;
  const last = terms.wrapOn && terms.wrapOn <= endsOn ? addDays(terms.wrapOn, -1) : endsOn;
  const more = terms.rhythm === 'sessions' ? daysOf(sessions) : [];
  return [...new Set([...comingDays(ground).days, ...more])]
    .filter((day) => day > today && day <= last && day !== terms.recapOn)
    .filter((day) => !isPaused(day, terms.pauses))
    .sort();
}

const FORTNIGHT = 14;

/** The next days the circle meets after `day`: its sessions while there are any, then its rhythm. */
export function* meetingDaysAfter(ground: ReplanGround, day: string): Generator<string, never> {
  const { terms, sessions } = ground;
  const held = daysOf(sessions);
  const isOff = (date: string) =>
    isPaused(date, terms.pauses) ||
    (sessions.some((session) => session.day === date) && !held.includes(date));
  let last = day;
  if (terms.rhythm === 'sessions') {
    for (const next of held) {
      if (next <= last || isOff(next)) continue;
      last = next;
      yield next;
    }
  }
  const step = stepOf(ground);
  for (;;) {
    last = addDays(last, step);
    while (isOff(last)) last = addDays(last, 7);
    yield last;
  }
}

/** Days from one milestone to the next. Of sessions that are not set: as far apart as before. */
function stepOf({ terms, milestones }: ReplanGround): number {
  if (terms.rhythm !== 'sessions') return terms.rhythm === 'weekly' ? 7 : FORTNIGHT;
  const weeks = milestones
    .slice(1)
    .map(({ dueOn }, index) => daysBetween(milestones[index]?.dueOn ?? dueOn, dueOn) / 7)
    .sort((a, b) => a - b);
  const middle = weeks[Math.floor(weeks.length / 2)];
  return middle === undefined ? FORTNIGHT : Math.max(1, Math.round(middle)) * 7;
}
