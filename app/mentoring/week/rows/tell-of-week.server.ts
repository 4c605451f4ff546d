import { tellPeople } from '#app/notifications/commands/tell-people.server.ts';
import { untellPeople } from '#app/notifications/commands/untell-people.server.ts';
import { DAY, HOUR } from '#app/time/spans.ts';
import type { Tx } from '#db/database.server.ts';

/** What somebody is told of their week: theirs alone. */
export interface OfWeek {
  what: 'week-begins' | 'week-reminder';
  weekId: number;
  /** it comes every other week from now on */
  slowed: boolean;
  at: Date;
}

// The hour of a reminder was chosen: a digest says it too late. A beginning holds for some days.
const HOLDS = { 'week-begins': 3 * DAY, 'week-reminder': HOUR };

export async function tellOfWeek(
  tx: Tx,
  personId: number,
  { what, weekId, slowed, at }: OfWeek,
): Promise<void> {
  const mail = { message: what, given: { weekId, slowed }, occasion: `week:${weekId}` };
  const until = new Date(at.getTime() + HOLDS[what]);
  const told = { thing: weekId, by: null, at, until, mail };
  if (what === 'week-reminder') {
    await tellPeople(tx, [personId], { occasion: what, detail: {}, ...told });
  } else {
    await tellPeople(tx, [personId], { occasion: what, detail: { slowed }, ...told });
  }
}

/** Takes the line back: there is nothing left to do about it. */
export const untellOfWeek = (tx: Tx, personId: number, weekId: number): Promise<void> =>
  untellPeople(tx, [personId], { occasion: 'week-begins', thing: weekId });
