import type { ReactNode } from 'react';
import { Field } from '#app/ui/field.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';

interface ClosingFieldsProps {
  reply: FormReply | undefined;
  defaults: { date: string; time: string };
  /** the circle's */
  zone: string;
  /** what can be done about a time that never comes, or comes twice */
  timeAnswer: ReactNode;
}

/** Until when a choice is open, on clocks in the circle's zone. */
export function ClosingFields({ reply, defaults, zone, timeAnswer }: ClosingFieldsProps) {
  return (
    <>
      <div className="grid max-w-md grid-cols-2 items-start gap-x-4">
        {/* A time that was offered and taken replaces the typed one: a new key, a new field. */}
        <Field
          key={`date ${reply?.values.date}`}
          name="date"
          type="date"
          label="Open until"
          defaultValue={defaults.date}
          required
        />
        <Field
          key={`time ${reply?.values.time}`}
          name="time"
          type="time"
          label="At"
          defaultValue={defaults.time}
          hint={`${zone}, the circle’s zone`}
          required
        />
      </div>
      {timeAnswer}
    </>
  );
}
