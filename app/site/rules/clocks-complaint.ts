import { zoneCity, zoneLabel } from '#app/time/zones.ts';
import { capital, countWord } from '#app/ui/words.ts';
import { isOlder } from './known-clocks.ts';
import type { SiteState } from './state.ts';

/** What is wrong with the clocks that times are worked out by, and what to do; null where nothing is. */
export function clocksComplaint({
  clocks,
  zones,
}: Pick<SiteState, 'clocks' | 'zones'>): string | null {
  if (!clocks) return null;
  const { node, postgres, unknownToNode, unknownToPostgres, apart, left } = clocks.found;
  const behind = [...new Set([...postgres, ...unknownToPostgres, ...apart])];
  const said = [
    isOlder(zones, clocks.zones) &&
      `The zone data of this Node (${zones}) are older than those that Octavo went by before (${clocks.zones}). What is to come stays where those put it, and what is set from here goes by the older ones. Run one Node everywhere, the newer one.`,
    node.length > 0 &&
      `Clocks in ${named(node, zoneCity)} have had new rules in 2026, and the zone data of this Node (${clocks.zones}) are older: what is set by them is an hour off in winter. A newer Node has newer ones. Once it runs, what is to come is put right by itself, and everybody it concerns is told.`,
    unknownToNode.length > 0 &&
      `No clock here knows ${named(unknownToNode, zoneLabel)}: times there are said in UTC${left > 0 ? `, and ${countWord(left)} of what is to come ${left === 1 ? 'stays' : 'stay'} where ${left === 1 ? 'it is' : 'they are'}` : ''}. A newer Node may know it.`,
    behind.length > 0 &&
      `PostgreSQL’s own clocks differ in ${named(behind, zoneLabel)}. Octavo does not go by them: only who asks the database for times in SQL has to mind. A newer PostgreSQL has newer zone data.`,
  ].filter((words) => words !== false);
  return said.length > 0 ? said.map(capital).join(' ') : null;
}

/** 'Vancouver, Edmonton and Casablanca'; of many the first few. */
function named(zones: readonly string[], name: (zone: string) => string): string {
  const names = zones.map(name);
  if (names.length > 5) return `${names.slice(0, 4).join(', ')} and ${names.length - 4} others`;
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}
