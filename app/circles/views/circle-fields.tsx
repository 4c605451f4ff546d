import type { Cloth } from '#app/access/proofs.ts';
import { FEWEST_SEATS, MOST_SEATS } from '#app/circles/rules/circles.ts';
import { ZoneField } from '#app/time/zone-field.tsx';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { Field, TextArea } from '#app/ui/forms/field.tsx';
import { ClothPicker } from './cloth-picker.tsx';

interface CircleFieldsProps {
  circle: {
    name: string;
    purpose: string;
    seats: number;
    timeZone: string;
    visibility: 'private' | 'listed';
    cloth: Cloth;
  };
  zones: readonly string[];
}

/** What a circle is made of, when it is started and in its settings. */
export function CircleFields({ circle, zones }: CircleFieldsProps) {
  return (
    <>
      <Field name="name" label="Name" defaultValue={circle.name} maxLength={80} required />
      <TextArea
        name="purpose"
        label="What it is for"
        hint="Two or three sentences: who you are, what you read, how often you meet. People see this before they join."
        defaultValue={circle.purpose}
        rows={3}
        maxLength={500}
        grow
      />
      <ClothPicker defaultValue={circle.cloth} />
      <Field
        name="seats"
        label="Seats"
        type="number"
        min={FEWEST_SEATS}
        max={MOST_SEATS}
        className="[&>input]:max-w-28"
        hint={`${FEWEST_SEATS} to ${MOST_SEATS}. Eight is a good number: small enough that everyone speaks.`}
        defaultValue={circle.seats}
        required
      />
      <ZoneField
        name="timeZone"
        label="Time zone"
        hint="Sessions are set in this zone; everyone sees their own."
        zones={zones}
        defaultValue={circle.timeZone}
      />
      <Segmented
        name="visibility"
        legend="Who may find it"
        options={[
          { value: 'private', label: 'Private' },
          { value: 'listed', label: 'Listed' },
        ]}
        defaultValue={circle.visibility}
        hint="A private circle is seen only by people you invite. A listed one shows its name, purpose and seats to everyone here, and they may ask for a seat. What is said inside is never shown."
      />
    </>
  );
}
