import { type ReactNode, useEffect, useRef } from 'react';
import { useControl } from '#app/ui/forms/control.tsx';
import type { Option, OptionGroup } from '#app/ui/forms/field.tsx';

/**
 * Controls of a form that is answered while one is still in it: an answer never takes the focus from
 * them, nor what was typed meanwhile.
 */

interface ControlProps {
  name: string;
  label: ReactNode;
  value: string;
  className?: string;
}

export function FilterWords({ name, label, value, className }: ControlProps) {
  const input = useRef<HTMLInputElement>(null);
  const { attributes, value: now } = useControl(name, null, value);
  useEffect(() => {
    if (input.current && input.current !== document.activeElement)
      input.current.value = String(now);
  }, [now]);
  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={attributes.id}>{label}</label>
      <input
        {...attributes}
        ref={input}
        type="search"
        dir="auto"
        className="input"
        maxLength={100}
        autoComplete="off"
        defaultValue={String(now)}
      />
    </div>
  );
}

export function FilterSelect({
  name,
  label,
  value,
  options,
}: ControlProps & { options: readonly (Option | OptionGroup)[] }) {
  const select = useRef<HTMLSelectElement>(null);
  const { attributes, value: now } = useControl(name, null, value);
  useEffect(() => {
    if (select.current) select.current.value = String(now);
  }, [now]);
  return (
    <div className="field">
      <label htmlFor={attributes.id}>{label}</label>
      <span className="select">
        <select {...attributes} ref={select} className="input" defaultValue={String(now)}>
          {options.map((option) =>
            'options' in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map(asOption)}
              </optgroup>
            ) : (
              asOption(option)
            ),
          )}
        </select>
        <i className="caret" />
      </span>
    </div>
  );
}

const asOption = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

interface CheckProps extends Omit<ControlProps, 'value'> {
  value: string;
  checked: boolean;
}

export function FilterCheck({ name, label, value, checked }: CheckProps) {
  const box = useRef<HTMLInputElement>(null);
  const { attributes, typed, replied } = useControl(name, null, undefined);
  const now = replied ? [typed].flat().includes(value) : checked;
  useEffect(() => {
    if (box.current) box.current.checked = now;
  }, [now]);
  return (
    <div className="field check">
      <label htmlFor={attributes.id}>
        <input {...attributes} ref={box} type="checkbox" value={value} defaultChecked={now} />
        <span>{label}</span>
      </label>
    </div>
  );
}
