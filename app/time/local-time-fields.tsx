import { useState } from 'react';
import { Field } from '#app/ui/forms/field.tsx';
import { Hidden } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { capital } from '#app/ui/words.ts';
import { isKnown, isSameZone, zoneCity, zoneLabel } from './zones.ts';

interface LocalTimeFieldsProps {
  labels: { date: string; time: string };
  defaults: { date: string; time: string };
  reply: FormReply | undefined;
  zone: ShownZone;
  /** whose zone it is; without it the circle's */
  whose?: string;
}

export interface ShownZone {
  /** whose clocks the form shows, and sends along */
  shown: string;
  /** that of the circle, or of whoever types, which may have changed since */
  circle: string;
}

/** A form keeps to the clocks it was opened with: what was typed there meant those. */
export function useShownZone(circle: string, reply: FormReply | undefined): ShownZone {
  const [first] = useState(circle);
  const sent = reply?.values.zone;
  return { shown: typeof sent === 'string' && isKnown(sent) ? sent : first, circle };
}

/** A day and a time on clocks in the shown zone, side by side in a grid of the caller's. */
export function LocalTimeFields({
  labels,
  defaults,
  reply,
  zone,
  whose = 'the circle’s',
}: LocalTimeFieldsProps) {
  const { shown, circle } = zone;
  const hint = isSameZone(shown, circle)
    ? `${zoneLabel(shown)}, ${whose} zone`
    : `On clocks in ${zoneCity(shown)}, as when you opened this form. ${capital(whose)} zone is ${zoneCity(circle)} by now.`;
  return (
    <>
      <Hidden name="zone" value={shown} />
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
        hint={hint}
        required
      />
    </>
  );
}
