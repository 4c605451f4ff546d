import type { Anchor } from '#app/demo/days.server.ts';
import type { PersonId } from '#app/demo/people.server.ts';
import type { HtmlOf } from '#app/demo/rendered.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Tx } from '#db/database.server.ts';

/** What stands in a circle that asks speak of. */
export interface CircleGround {
  circleId: number;
  timeZone: string;
  sessionIds: number[];
  /** The id of a note, by the title of its thread and its place there. */
  noteId: (thread: string, note: number) => number;
}

/** What asks and what becomes of them are written with. */
export interface Ground {
  tx: Tx;
  now: Date;
  /** the last evening, from which all of it counts */
  evening: Anchor;
  personId: PersonId;
  htmlOf: HtmlOf;
  /** @throws Error for an address no circle has */
  circle: (key: string) => CircleGround;
}

/** An ask is in no circle, and the demo writes those of all of them. */
export const across = ({ tx }: Ground): Tx => acrossCircles(tx, 'the demo has asks of all circles');
