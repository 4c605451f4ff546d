import type { StandingMinutes } from '#app/records/commands/write-minutes.server.ts';
import type { MinutesPage } from '#app/records/queries/minutes.server.ts';
import { LONGEST_MINUTES_TEXT } from '#app/records/rules.ts';
import { WAS_HERE } from '#app/records/words.ts';
import { When } from '#app/time/when.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Details } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';

interface MinutesFormProps {
  minutes: MinutesPage;
  zone: string;
  theirs?: StandingMinutes | undefined;
}

/** What was written down of a session, with what it said before. */
export function MinutesForm({ minutes, zone, theirs }: MinutesFormProps) {
  return (
    <>
      {theirs && (
        <SavedNow>
          <Prose html={theirs.html} />
        </SavedNow>
      )}
      <PostForm>
        <Hidden name="version" value={theirs?.version ?? minutes.version} />
        <TextArea
          name="body"
          label="What is to be kept"
          rows={12}
          grow
          maxLength={LONGEST_MINUTES_TEXT}
          className="note-body"
          defaultValue={minutes.body}
          hint="The circle reads it on the record. Markdown works. It is not printed."
        />
        <Button variant="primary">Save the minutes</Button>
      </PostForm>
      {minutes.earlier.map(({ version, html, writtenAt, by }) => (
        <Details
          key={version}
          summary={
            <>
              <When at={writtenAt} zone={zone} />, <bdi>{by ?? WAS_HERE}</bdi>
            </>
          }
        >
          {html ? <Prose html={html} /> : <p className="text-ink-2">Nothing.</p>}
        </Details>
      ))}
    </>
  );
}
