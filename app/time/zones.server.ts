import { isKnown, todaysName } from './zones.ts';

/** The IANA time zones to choose from by today's names, in order of name. */
export const timeZones: readonly string[] = [
  ...new Set(
    [...Intl.supportedValuesOf('timeZone'), 'UTC'].map((zone) => {
      const today = todaysName(zone);
      return isKnown(today) ? today : zone;
    }),
  ),
].sort();

/**
 * The zones of the countries somebody's browser asks for languages of: no more than a guess, for
 * those without scripts.
 * @param languages an Accept-Language header
 */
export function likelyZones(languages: string | null): string[] {
  const zones = (languages ?? '').split(',', 5).flatMap((part) => {
    const [, region] = /^\s*[a-z]{2,3}-([A-Z]{2})\b/.exec(part) ?? [];
    if (!region) return [];
    // The method is the standard's, the property what Node 20 has.
    const locale = new Intl.Locale(`und-${region}`) as Intl.Locale & {
      timeZones?: string[];
      getTimeZones?: () => string[] | undefined;
    };
    return locale.getTimeZones?.() ?? locale.timeZones ?? [];
  });
  return [...new Set(zones.map(todaysName))].filter((zone) => timeZones.includes(zone));
}
