import { addressOfReminders } from '#app/sessions/reminders/addresses.ts';
import { LEADS } from '#app/sessions/reminders/rules/leads.ts';
import { leadsInWords, leadWords } from '#app/sessions/reminders/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Checkbox } from '#app/ui/forms/choice-field.tsx';
import { Fieldset } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';

interface Saved {
  leads: readonly number[];
  version: number;
}

interface CircleRemindersFormProps {
  /** the slug and the name */
  circle: { slug: string; name: string };
  reminders: Saved;
  /** what was saved elsewhere meanwhile, where the form was refused for it */
  saved: Saved | null;
}

/** When a circle is reminded of its sessions, for whoever runs it. */
export function CircleRemindersForm({ circle, reminders, saved }: CircleRemindersFormProps) {
  return (
    <Page width="narrow">
      <PageHead
        title="Reminders"
        lede="Before each session everybody who has not said no is reminded, and who has not answered is asked to. Each may still leave some of them out for themselves."
      />
      {saved && (
        <SavedNow>
          <p>{leadsInWords(saved.leads)}</p>
        </SavedNow>
      )}
      <PostForm action={addressOfReminders(circle.slug)}>
        <Hidden name="version" value={saved?.version ?? reminders.version} />
        <Fieldset legend="They come" name="leads">
          {LEADS.map((lead) => (
            <Checkbox
              key={lead}
              name="leads"
              value={lead}
              label={leadWords[lead]}
              defaultChecked={reminders.leads.includes(lead)}
            />
          ))}
        </Fieldset>
        <Button variant="primary">Save the reminders</Button>
      </PostForm>
    </Page>
  );
}
