import { Form } from '@remix-run/react';
import { Button } from './button.tsx';
import { Field } from './field.tsx';

interface SearchFormProps {
  /** the page it looks on; this one without it */
  action?: string;
  /** what is looked for in */
  label: string;
  /** what is looked for now */
  search: string;
  /** what else the address keeps, by name */
  keep?: Readonly<Record<string, string | null | undefined>>;
  className?: string;
}

/** A plain form: what is looked for is the address. */
export function SearchForm({ action, label, search, keep = {}, className }: SearchFormProps) {
  return (
    <Form
      method="get"
      action={action}
      role="search"
      className={`${className ?? 'mb-6'} flex items-end gap-3`}
    >
      {Object.entries(keep).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Field
        key={search}
        name="search"
        type="search"
        label={label}
        maxLength={100}
        defaultValue={search}
        className="mb-0 grow"
      />
      <Button className="min-h-[46px]">Search</Button>
    </Form>
  );
}
