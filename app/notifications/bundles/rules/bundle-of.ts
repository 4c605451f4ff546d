import { type Hours, nextDigest, quietUntil } from '#app/notifications/hearing/rules/hours.ts';
import type { Volume } from '#app/notifications/hearing/rules/volumes.ts';

/** A line of somebody's inbox that nobody has read and that a mail may tell of. */
export interface Waiting {
  /** when a mail may */
  mailAt: Date;
  /** how much its reader wants of its circle */
  volume: Volume;
}

/** When somebody gets mail: by the hours they chose, on the clocks of their zone. */
export interface Whose {
  hours: Hours;
  zone: string;
}

/** What is to be done now with what waits for one person. */
export interface Bundle<Item> {
  /** what one mail tells of now; a digest where it is one of their circles' */
  goes: { kind: 'bundle' | 'digest'; items: Item[] } | null;
  /** what waits until another moment; null: no mail will tell of it */
  putOff: { item: Item; until: Date | null }[];
}

/**
 * What goes into one mail now, of all that waits for a person, and what waits on. Once something is
 * due, what only waits for its window goes along; what waits for a digest goes with digests only.
 */
export function bundleOf<Item extends Waiting>(
  items: readonly Item[],
  { hours, zone }: Whose,
  now: Date,
): Bundle<Item> {
  const putOff: Bundle<Item>['putOff'] = [];
  const wanted = items.filter(({ volume }) => volume !== 'nothing');
  for (const item of items) if (item.volume === 'nothing') putOff.push({ item, until: null });
  const quiet = quietUntil(hours.quiet, zone, now);
  const due = wanted.filter((item) => {
    if (item.mailAt > now) return false;
    if (item.volume !== 'digest') {
      if (quiet) putOff.push({ item, until: quiet });
      return !quiet;
    }
    const until = digestOf(item.mailAt, hours, zone);
    if (until > now) putOff.push({ item, until });
    // A digest that is late waits as it is: it would lose its moment, and the next may be a week away.
    return until <= now && !quiet;
  });
  if (due.length === 0) return { goes: null, putOff };
  const isDigest = due.some(({ volume }) => volume === 'digest');
  const goes = wanted.filter(({ volume }) => isDigest || volume !== 'digest');
  return {
    goes: { kind: isDigest ? 'digest' : 'bundle', items: goes },
    putOff: putOff.filter(({ item }) => !goes.includes(item)),
  };
}

/** The first digest at a moment or after it. */
const digestOf = (moment: Date, hours: Hours, zone: string) =>
  nextDigest(hours, zone, new Date(moment.getTime() - 1));
