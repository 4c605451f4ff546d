import { Field } from '#app/ui/forms/field.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';

interface LocalTimeFieldsProps {
  labels: { date: string; time: string };
  defaults: { date: string; time: string };
  reply: FormReply | undefined;
  /** the circle's */
  zone: string;
}

/** A day and a time on clocks in the circle's zone, side by side in a grid of the caller's. */
export function LocalTimeFields({ labels, defaults, reply, zone }: LocalTimeFieldsProps) {
  return (
    <>
      {/* A time that was offered and taken replaces the typed one: a new key, a new field. */}
      <Field
        key={`date ${reply?.values.date}`}
        name="date"
        type="date"
        label={labels.date}
        defaultValue={defaults.date}
        required
      />
      <Field
        key={`time ${reply?.values.time}`}
        name="time"
        type="time"
        label={labels.time}
        defaultValue={defaults.time}
        hint={`${zone}, the circle’s zone`}
        required
      />
    </>
  );
}
