/** Whose answers differ, when the clocks of this Node and of PostgreSQL were last asked. */
export interface ClockFindings {
  /** zones that have had new rules of late, and whose are not known */
  node: string[];
  postgres: string[];
  /** zones in use that no clock knows there */
  unknownToNode: string[];
  unknownToPostgres: string[];
  /** other zones in use that the two do not show alike */
  apart: string[];
  /** sessions and meetings to come that were set by clocks which are not known here */
  left: number;
}

/** Minutes that clocks of a zone are ahead of UTC at a moment; null where none are known. */
export type MinutesAhead = (zone: string, at: Date) => number | null;

/**
 * What clocks show after the rules that changed of late. Source: the tz database's NEWS
 * (https://data.iana.org/time-zones/tzdb/NEWS), of 2026b (22 April 2026): British Columbia stays at −07
 * from 9 March 2026 on; of 2026c (8 July 2026): Alberta stays at −06 from 18 June 2026 on, Morocco at
 * +00 from 20 September 2026 on. By the rules before, each showed another time at these moments.
 */
export const KNOWN: readonly { zone: string; at: Date; ahead: number }[] = [
  { zone: 'America/Vancouver', at: new Date('2026-12-15T12:00:00Z'), ahead: -7 * 60 },
  { zone: 'America/Edmonton', at: new Date('2026-12-15T12:00:00Z'), ahead: -6 * 60 },
  { zone: 'Africa/Casablanca', at: new Date('2027-01-15T12:00:00Z'), ahead: 0 },
];

/** The middles of this month and the next twelve: rules change by the season. */
export const monthsFrom = (now: Date): Date[] =>
  Array.from(
    { length: 13 },
    (_, month) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month, 15, 12)),
  );

interface Asked {
  /** zones of circles, people, sessions, meetings, polls and series */
  used: readonly string[];
  node: MinutesAhead;
  postgres: MinutesAhead;
  now: Date;
  left: number;
}

/** Compares what the two say of the zones that are used, and of those whose rules changed. */
export function findClocks({ used, node, postgres, now, left }: Asked): ClockFindings {
  const zones = [...new Set(used)].sort();
  const wrong = (says: MinutesAhead) =>
    KNOWN.filter(({ zone, at, ahead }) => says(zone, at) !== ahead).map(({ zone }) => zone);
  const unknown = (says: MinutesAhead) => zones.filter((zone) => says(zone, now) === null);
  const found = {
    ...{ node: wrong(node), postgres: wrong(postgres) },
    ...{ unknownToNode: unknown(node), unknownToPostgres: unknown(postgres) },
  };
  const said = new Set(Object.values(found).flat());
  const apart = zones.filter(
    (zone) =>
      !said.has(zone) && monthsFrom(now).some((at) => node(zone, at) !== postgres(zone, at)),
  );
  return { ...found, apart, left };
}

/** Releases of zone data are called '2025c'. */
const RELEASE = /^\d{4}[a-z]+$/;

/** Whether one release of zone data is older than another; of what is called otherwise none is. */
export const isOlder = (one: string, other: string) =>
  RELEASE.test(one) && RELEASE.test(other) && one < other;
