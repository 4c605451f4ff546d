import { type InputHTMLAttributes, type ReactNode, useContext } from 'react';
import { ControlWords, useControl } from './control.tsx';
import { FormContext } from './form-context.ts';

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'type'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
};

/** One thing to say yes to. Several of one name are a list of values. */
export function Checkbox({
  name,
  label,
  hint,
  value = 'on',
  defaultChecked,
  className,
  ...rest
}: CheckboxProps) {
  const { reply } = useContext(FormContext);
  const control = useControl(name, hint, undefined);
  // An unticked box posts nothing: once the form came back, absence is an answer.
  const ticked = reply ? [control.typed].flat().includes(String(value)) : defaultChecked;
  return (
    <div className={`field check ${className ?? ''}`}>
      <label htmlFor={control.id}>
        <input
          {...rest}
          {...control.attributes}
          type="checkbox"
          value={value}
          defaultChecked={ticked}
        />
        <span>{label}</span>
      </label>
      <ControlWords id={control.id} hint={hint} errors={control.errors} />
    </div>
  );
}

export interface SegmentedProps {
  legend: ReactNode;
  name: string;
  options: readonly { value: string; label: ReactNode }[];
  defaultValue?: string | null;
  hint?: ReactNode;
  /** keeps the legend for those who hear the page */
  quiet?: boolean;
  required?: boolean;
  onChange?: (value: string) => void;
}

/** A few options side by side, one of them chosen: radio buttons drawn as segments. */
export function Segmented({
  legend,
  name,
  options,
  defaultValue,
  hint,
  quiet,
  required,
  onChange,
}: SegmentedProps) {
  const control = useControl(name, hint, defaultValue);
  return (
    <fieldset className="field" aria-describedby={control.attributes['aria-describedby']}>
      <legend className={quiet ? 'sr-only' : undefined}>{legend}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              required={required}
              aria-invalid={control.attributes['aria-invalid']}
              defaultChecked={control.value === option.value}
              onChange={onChange && (() => onChange(option.value))}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <ControlWords id={control.id} hint={hint} errors={control.errors} />
    </fieldset>
  );
}
