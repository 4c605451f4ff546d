import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type OptionGroup, Select } from '#app/ui/forms/field.tsx';
import { fixedZone, isSameZone, todaysName, zoneLabel } from './zones.ts';

export interface ZoneFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** from the server: two releases of ICU do not know the same zones */
  zones: readonly string[];
  /** those that stand above the others */
  likely?: readonly string[] | undefined;
  /** '' for none yet: one has to be chosen */
  defaultValue: string;
  /** take the browser's own zone, where it runs scripts and nothing was chosen yet */
  guess?: boolean;
}

/** An IANA time zone, by region. */
export function ZoneField({ zones, likely, defaultValue, guess, ...rest }: ZoneFieldProps) {
  const given = zones.find((zone) => isSameZone(zone, defaultValue)) ?? defaultValue;
  const [zone, setZone] = useState(given);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const untouched = field.current?.querySelector('select')?.value === given;
    if (guess && untouched) setZone(browserZone(zones) ?? given);
  }, [guess, given, zones]);
  return (
    <div ref={field}>
      <Select
        {...rest}
        required
        defaultValue={zone}
        options={[
          ...(zones.includes(zone)
            ? []
            : [{ value: zone, label: zone ? zoneLabel(zone) : 'Choose a time zone' }]),
          ...(likely && likely.length > 0
            ? [{ label: 'Where you may be', options: likely.map(asOption) }]
            : []),
          ...byRegion(zones.filter((one) => !likely?.includes(one))),
        ]}
      />
    </div>
  );
}

/** The browser's zone by a name the server has; none where it says nothing that can be kept. */
function browserZone(zones: readonly string[]): string | undefined {
  const said: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!said) return undefined;
  const zone = todaysName(fixedZone(said) ?? said);
  const isFixed = /^Etc\/GMT[+-]\d{1,2}$/.test(zone);
  return zones.find((one) => isSameZone(one, zone)) ?? (isFixed ? zone : undefined);
}

function byRegion(zones: readonly string[]): OptionGroup[] {
  const regions = new Map<string, string[]>();
  for (const zone of zones) {
    const region = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'Everywhere';
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return [...regions].map(([label, of]) => ({ label, options: of.map(asOption) }));
}

/** 'Lisbon' under Europe, 'Argentina, Buenos Aires' under America. */
const asOption = (zone: string) => ({
  value: zone,
  label: zoneLabel(zone)
    .slice(zone.indexOf('/') + 1)
    .replaceAll('/', ', '),
});
