import { useContext, useEffect, useRef } from 'react';
import { Select } from './field.tsx';
import { FormContext } from './form-context.ts';

export interface TimeZoneFieldProps {
  name?: string;
  label?: string;
  hint?: string;
  /** IANA names to choose from */
  zones: readonly string[];
  /** without one, the browser's own zone is chosen where scripts run */
  defaultValue?: string;
}

const words = (zone: string) => zone.replaceAll('_', ' ').replaceAll('/', ' / ');

/** A time zone from the list. */
export function TimeZoneField({
  name = 'timeZone',
  label = 'Time zone',
  hint,
  zones,
  defaultValue,
}: TimeZoneFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const { reply } = useContext(FormContext);
  const guesses = !defaultValue && !reply;
  useEffect(() => {
    const select = box.current?.querySelector('select');
    if (!guesses || !select || select.value) return;
    const guess = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!guess) return;
    // A browser may know its zone by an older name than ours.
    if (!zones.includes(guess)) select.add(new Option(words(guess), guess));
    select.value = guess;
  }, [guesses, zones]);
  const options = zones.map((zone) => ({ value: zone, label: words(zone) }));
  return (
    <div ref={box}>
      <Select
        name={name}
        label={label}
        hint={hint}
        required
        defaultValue={defaultValue ?? ''}
        options={
          defaultValue ? options : [{ value: '', label: 'Choose your time zone' }, ...options]
        }
      />
    </div>
  );
}
