import { HEARING } from '#app/notifications/hearing/addresses.ts';
import type { Hours } from '#app/notifications/hearing/rules/hours.ts';
import { dayName, digestWords, quietWords, timeWords } from '#app/notifications/hearing/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Checkbox } from '#app/ui/forms/choice-field.tsx';
import { Field, Fieldset, Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block } from '#app/ui/page/page.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';

type Saved = Hours & { version: number };

interface HoursFormProps {
  hours: Saved;
  /** what was saved elsewhere meanwhile, where the form was refused for it */
  saved: Saved | null;
  /** the account's */
  zone: string;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: hour,
  label: timeWords(hour * 60),
}));

/** When digests come, and when no mail does. */
export function HoursForm({ hours, saved, zone }: HoursFormProps) {
  const { days, hour, quiet } = hours;
  return (
    <Block title="When mail comes" id="hours">
      {saved && (
        <SavedNow>
          <p>Digests: {digestWords(saved)}</p>
          <p>Quiet hours: {quietWords(saved.quiet)}</p>
        </SavedNow>
      )}
      <p className="mb-6 text-ink-2">
        On clocks in {clockCity(zone)}, your time zone. <Link to="/account">Change it</Link>
      </p>
      <PostForm action={HEARING}>
        <Hidden name="version" value={saved?.version ?? hours.version} />
        <Fieldset legend="Digests come on" name="days" className="digest-days">
          {WEEK.map((day) => (
            <Checkbox
              key={day}
              name="days"
              value={day}
              label={dayName(day)}
              defaultChecked={days.includes(day)}
            />
          ))}
        </Fieldset>
        <Select
          name="hour"
          label="At"
          options={HOURS}
          defaultValue={hour}
          className="digest-hour"
        />
        <Fieldset
          legend="Quiet hours"
          hint="Mail waits until they are over. Leave both empty for none."
          className="quiet-hours"
        >
          <Field
            name="quietFrom"
            type="time"
            label="From"
            defaultValue={quiet ? fieldTime(quiet.from) : ''}
          />
          <Field
            name="quietTo"
            type="time"
            label="Until"
            defaultValue={quiet ? fieldTime(quiet.to) : ''}
          />
        </Fieldset>
        <Button variant="primary">Save the hours</Button>
      </PostForm>
    </Block>
  );
}

const fieldTime = (minutes: number) => timeWords(minutes).padStart(5, '0');
