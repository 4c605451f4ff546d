import { type Helping, MOST_AT_ONCE } from '#app/mentoring/helping/rules/helping.ts';
import { atOnceWords } from '#app/mentoring/helping/words.ts';
import { dayOf } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Checkbox } from '#app/ui/forms/choice-field.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';

type Saved = Helping & { version: number };

interface HelpingFormProps {
  helping: Saved;
  /** what was saved elsewhere meanwhile, where the form was refused for it */
  saved: Saved | null;
  /** the account's */
  zone: string;
}

const COUNTS = Array.from({ length: MOST_AT_ONCE + 1 }, (_, atOnce) => ({
  value: atOnce,
  label: atOnceWords(atOnce),
}));

/** How much somebody can take on. */
export function HelpingForm({ helping, saved, zone }: HelpingFormProps) {
  return (
    <>
      {saved && (
        <SavedNow>
          <InShort helping={saved} />
        </SavedNow>
      )}
      <PostForm>
        <Hidden name="version" value={saved?.version ?? helping.version} />
        <Select
          name="atOnce"
          label="How many I help"
          options={COUNTS}
          defaultValue={helping.atOnce}
          hint="Once you help so many, you’re suggested to nobody. Who asks you then reads that you take no more for now, and not why."
        />
        <Field
          name="pausedUntil"
          type="date"
          label="Paused until"
          defaultValue={helping.pausedUntil ?? ''}
          hint={`A day on calendars in ${clockCity(zone)}; leave it empty to be asked. Who would ask you before reads the day.`}
        />
        <Checkbox
          name="beyondCircles"
          label="People outside my circles may ask me"
          defaultChecked={helping.beyondCircles}
          hint="Where “Ask me about…” in your profile fits what they ask. They then see your name and those words."
        />
        <Checkbox
          name="saidInMail"
          label="Mail carries what was said in a conversation"
          defaultChecked={helping.saidInMail}
          hint="Without it, mail says that there is something new, and not a word of it."
        />
        <Button variant="primary">Save</Button>
      </PostForm>
    </>
  );
}

function InShort({ helping }: { helping: Helping }) {
  const { atOnce, pausedUntil, beyondCircles, saidInMail } = helping;
  return (
    <>
      <p>{atOnceWords(atOnce)}</p>
      <p>{pausedUntil ? `Paused until ${dayOf(pausedUntil)}` : 'Not paused'}</p>
      <p>
        {beyondCircles ? 'People outside your circles may ask you' : 'Only your circles ask you'}
      </p>
      <p>{saidInMail ? 'Mail carries what was said' : 'Mail carries nothing of what was said'}</p>
    </>
  );
}
