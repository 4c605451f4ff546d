import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { dayAndTime, timeIn } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { initialsOf } from '#app/ui/drawings/person-mark.tsx';
import { capital, countWord } from '#app/ui/words.ts';
import { beginnings } from './rules/agenda-clocks.ts';

/** What a refused form says. */

export const cardGone = 'There is no such card any more.';

export const agendaFull = 'The agenda is full. Take something off it.';

export const agendaClosed = 'This session is over or cancelled, so its agenda stays.';

type OnPaper = Pick<
  SessionView,
  'startsAt' | 'endsAt' | 'place' | 'facilitator' | 'people' | 'agenda'
>;

/** The clock at which each item of an agenda begins: '17:30'. */
export const clocksOnPaper = ({ startsAt, agenda }: OnPaper, zone: string) =>
  beginnings(startsAt, agenda).map((at) => timeIn(at, zone));

/**
 * When, where and with whom, in lines for paper. People are there by their initials: what lies on a
 * desk keeps the agreement.
 */
export function factsOnPaper(
  session: OnPaper,
  { zone, circleZone }: { zone: string; circleZone: string },
): string[] {
  const { startsAt, endsAt, place, facilitator, people } = session;
  const clocks = zone === circleZone ? '' : `, by the clocks of ${clockCity(zone)}`;
  const come = people.filter(({ answer }) => answer === 'yes').map(({ name }) => initialsOf(name));
  return [
    `${dayAndTime(startsAt, zone)} to ${timeIn(endsAt, zone)}${clocks}`,
    place,
    facilitator ? `${initialsOf(facilitator.name)} runs it.` : '',
    come.length > 0 ? `${capital(countWord(come.length))} said they come: ${come.join(', ')}.` : '',
  ].filter(Boolean);
}
