import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Select } from '#app/ui/forms/field.tsx';

export interface ZoneFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** from the server: two releases of ICU do not know the same zones */
  zones: readonly string[];
  /** '' for none yet: one has to be chosen */
  defaultValue: string;
  /** take the browser's own zone, where it runs scripts and nothing was chosen yet */
  guess?: boolean;
}

/** An IANA time zone. */
export function ZoneField({ zones, defaultValue, guess, ...rest }: ZoneFieldProps) {
  const [zone, setZone] = useState(defaultValue);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const untouched = field.current?.querySelector('select')?.value === defaultValue;
    if (guess && untouched) setZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  }, [guess, defaultValue]);
  const shown = zones.includes(zone) ? zones : [zone, ...zones];
  return (
    <div ref={field}>
      <Select
        {...rest}
        required
        defaultValue={zone}
        options={shown.map((value) => ({
          value,
          label: value ? value.replaceAll('_', ' ') : 'Choose a time zone',
        }))}
      />
    </div>
  );
}
