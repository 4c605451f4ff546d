import { MINUTE } from '#app/time/spans.ts';

/** The moments at which the items of an agenda begin, one after another. */
export function beginnings(startsAt: string, agenda: readonly { minutes: number }[]): Date[] {
  let at = new Date(startsAt).getTime();
  return agenda.map(({ minutes }) => {
    const begins = new Date(at);
    at += minutes * MINUTE;
    return begins;
  });
}
