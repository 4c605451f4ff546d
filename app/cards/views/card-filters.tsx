import { Form } from '@remix-run/react';
import { cardKinds } from '#app/cards/rules/card.ts';
import type { CardFilters } from '#app/cards/rules/filters.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';

const any = (label: string) => ({ value: '', label });
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const kinds = Object.entries(cardKinds).map(([value, words]) => ({ value, label: capital(words) }));
const times = [10, 20, 30, 45].map((value) => ({ value, label: `Up to ${value} min` }));
const groups = Array.from({ length: 12 }, (_, at) => at + 1).map((value) => ({
  value,
  label: value === 1 ? 'One person' : `${value} people`,
}));

/** What each is called in its form. */
const NAMES = { kind: 'kind', minutes: 'minutes', people: 'people', words: 'q' };
type Names = typeof NAMES;

interface CardFilterFieldsProps {
  filters?: Partial<CardFilters>;
  names?: Names;
}

/** What one looks for in a card: its kind, time and group, and words of it. */
export function CardFilterFields({ filters = {}, names = NAMES }: CardFilterFieldsProps) {
  return (
    <>
      <Select
        name={names.kind}
        label="Kind"
        options={[any('Any kind'), ...kinds]}
        defaultValue={filters.kind ?? ''}
      />
      <Select
        name={names.minutes}
        label="Time"
        options={[any('Any length'), ...times]}
        defaultValue={filters.maxMinutes ?? ''}
      />
      <Select
        name={names.people}
        label="Group"
        options={[any('Any size'), ...groups]}
        defaultValue={filters.people ?? ''}
      />
      <Field
        name={names.words}
        type="search"
        label="Words"
        maxLength={100}
        defaultValue={filters.text ?? ''}
        key={filters.text}
      />
    </>
  );
}

interface CardFilterFormProps {
  filters: CardFilters;
  /** the page that shows what is found */
  action?: string;
}

/** Looking for a card. A plain form: the filters are the address. */
export function CardFilterForm({ filters, action = '/cards' }: CardFilterFormProps) {
  return (
    <Form
      method="get"
      action={action}
      role="search"
      aria-label="Cards"
      className="grid grid-cols-2 items-end gap-4 lg:grid-cols-[1fr_1fr_1fr_1.4fr_auto] [&_.field]:mb-0"
    >
      <CardFilterFields filters={filters} />
      <div className="col-span-2 lg:col-span-1">
        <Button wide className="min-h-[46px]">
          Show cards
        </Button>
      </div>
    </Form>
  );
}
