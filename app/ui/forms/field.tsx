import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react';
import { drawn } from '#app/ui/drawings/drawn.ts';
import { ControlWords, useControl } from './control.tsx';

interface Described {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
}

export type FieldProps = Described & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>;

/** One line of text, a number, a date, a time… */
export function Field({ name, label, hint, defaultValue, className, ...rest }: FieldProps) {
  const control = useControl(name, hint, defaultValue);
  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={control.id}>{label}</label>
      <input
        dir={isWords(rest.type) ? 'auto' : undefined}
        {...rest}
        {...control.attributes}
        className="input"
        defaultValue={rest.type === 'password' ? undefined : control.value}
      />
      <ControlWords id={control.id} hint={hint} errors={control.errors} />
    </div>
  );
}

/** Which way it runs is its own to say; numbers, dates and addresses never turn. */
const isWords = (type = 'text') => type === 'text' || type === 'search';

export type TextAreaProps = Described &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'> & {
    /** grows with its text where the browser can */
    grow?: boolean;
  };

/** Many lines of text. */
export function TextArea({
  name,
  label,
  hint,
  defaultValue,
  className,
  grow,
  rows = 5,
  ...rest
}: TextAreaProps) {
  const control = useControl(name, hint, defaultValue);
  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={control.id}>{label}</label>
      <textarea
        dir="auto"
        {...rest}
        {...control.attributes}
        rows={rows}
        className={grow ? `input grow-text ${drawn(rows)}` : 'input'}
        defaultValue={control.value}
      />
      <ControlWords id={control.id} hint={hint} errors={control.errors} />
    </div>
  );
}

export interface Option {
  value: string | number;
  label: string;
  disabled?: boolean;
}

export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

export type SelectProps = Described &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name'> & {
    options: readonly (Option | OptionGroup)[];
  };

/** One of a list of options. */
export function Select({
  name,
  label,
  hint,
  options,
  defaultValue,
  className,
  ...rest
}: SelectProps) {
  const control = useControl(name, hint, defaultValue);
  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={control.id}>{label}</label>
      <span className="select">
        <select
          {...rest}
          {...control.attributes}
          // React keeps a select's first default for ever; a new key is a new default.
          key={String(control.value)}
          className="input"
          defaultValue={control.value}
        >
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
      <ControlWords id={control.id} hint={hint} errors={control.errors} />
    </div>
  );
}

const asOption = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);

export interface FieldsetProps {
  legend: ReactNode;
  hint?: ReactNode;
  /** the field name whose reasons concern the group as a whole */
  name?: string;
  className?: string;
  children: ReactNode;
}

/** Fields that answer one question together. */
export function Fieldset({ legend, hint, name, className, children }: FieldsetProps) {
  const control = useControl(name ?? ' ', hint, undefined);
  return (
    <fieldset
      className={`fields ${className ?? ''}`}
      aria-describedby={control.attributes['aria-describedby']}
    >
      <legend>{legend}</legend>
      <ControlWords id={control.id} hint={hint} errors={control.errors} />
      {children}
    </fieldset>
  );
}
