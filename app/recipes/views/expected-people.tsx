import { Form } from '@remix-run/react';
import { Button } from '#app/ui/forms/button.tsx';
import { Select } from '#app/ui/forms/field.tsx';

/** How many are there changes turns and moving. A plain form: it is in the address. */
export function ExpectedPeople(props: { people: number; expected: number; action: string }) {
  const { people, expected, action } = props;
  const options = Array.from({ length: 12 }, (_, at) => ({
    value: String(at + 1),
    label: at + 1 === expected ? `${at + 1}, as expected` : String(at + 1),
  }));
  return (
    <Form
      method="get"
      action={action}
      aria-label="How many are there"
      className="mb-4 flex flex-wrap items-end gap-3 [&_.field]:mb-0"
    >
      <Select
        name="people"
        label="How many are there?"
        options={options}
        defaultValue={String(people)}
      />
      <Button>Work it out</Button>
    </Form>
  );
}
