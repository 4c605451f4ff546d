import { dayIn } from '#app/time/words.ts';

const DAY = 24 * 60 * 60 * 1000;

/** 'on Tuesday’s agenda' within a week, else 'on the agenda of Tuesday 15 December'. */
export function agendaInWords(startsAt: string, { now, zone }: { now: string; zone: string }) {
  const day = dayIn(startsAt, zone, now);
  const near = Date.parse(startsAt) - Date.parse(now) < 6 * DAY;
  return near ? `on ${day.split(' ')[0]}’s agenda` : `on the agenda of ${day}`;
}
