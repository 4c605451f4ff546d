import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { dayAndTime, elsewhere, relative } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';

/** Whose clocks a session is shown on. */
export interface Clocks {
  /** ISO, the loader's */
  now: string;
  /** the viewer's zone */
  zone: string;
  circleZone: string;
}

type Shown = Pick<SessionView, 'startsAt' | 'endsAt' | 'minutes' | 'state' | 'cancelled'>;

/** 'Tuesday 1 December, 17:30' in the viewer's zone. */
export function SessionTime({ session, clocks }: { session: Shown; clocks: Clocks }) {
  const words = dayAndTime(session.startsAt, clocks.zone, clocks.now)
    // In large type on a phone it may not break between the number and its month.
    .replace(/(\d) (?=[A-Z])/, '$1\u00a0');
  return (
    <time
      dateTime={session.startsAt}
      suppressHydrationWarning
      className={session.cancelled ? 'text-ink-2 line-through decoration-2' : undefined}
    >
      {words}
    </time>
  );
}

/** 'in 9 days · 75 minutes · your time (Lisbon); 18:30 in the circle’s zone' */
export function whenWords(session: Shown, { now, zone, circleZone }: Clocks): string {
  const { startsAt, state, minutes, cancelled } = session;
  const away = state === 'running' ? 'now' : relative(startsAt, now, zone);
  const parts = [...(cancelled ? [] : [away]), `${minutes} minutes`];
  const there = elsewhere(startsAt, zone, circleZone, now);
  if (there) parts.push(`your time (${clockCity(zone)}); ${there} in the circle’s zone`);
  return parts.join(' · ');
}
