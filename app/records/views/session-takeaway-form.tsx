import { addressOfSessionTakeaway } from '#app/records/addresses.ts';
import type { StandingSessionTakeaway } from '#app/records/commands/keep-takeaway.server.ts';
import { LONGEST_TAKEAWAY, type TakeawayReach } from '#app/records/rules.ts';
import { reachWords } from '#app/records/words/record.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';

interface SessionTakeawayFormProps {
  circleSlug: string;
  sessionId: number;
  mine: (StandingSessionTakeaway & { takenBack: boolean }) | null;
  theirs?: StandingSessionTakeaway | undefined;
}

const REACHES: { value: TakeawayReach; label: string }[] = [
  { value: 'room', label: 'In the room' },
  { value: 'circle', label: 'In the circle' },
  { value: 'quotable', label: 'Quotable, without my name' },
];

/** What stayed with me, and with whom it stays. */
export function SessionTakeawayForm(props: SessionTakeawayFormProps) {
  const { circleSlug, sessionId, mine, theirs } = props;
  return (
    <>
      {theirs && (
        <SavedNow>
          <p className="font-serif whitespace-pre-line" dir="auto">
            {theirs.body}
          </p>
          <p className="text-ink-2">{reachWords[theirs.reach]}</p>
        </SavedNow>
      )}
      <PostForm action={addressOfSessionTakeaway(circleSlug, sessionId)}>
        <Hidden name="version" value={theirs?.version ?? mine?.version ?? 0} />
        <TextArea
          name="body"
          label="What stayed with you?"
          rows={3}
          grow
          maxLength={LONGEST_TAKEAWAY}
          defaultValue={mine?.body}
          required
        />
        <Segmented
          legend="Where it stays"
          name="reach"
          options={REACHES}
          defaultValue={mine?.reach ?? 'circle'}
          hint="In the room: only you read it again, and the record counts it."
        />
        <Button variant="primary">{mine && !mine.takenBack ? 'Save it' : 'Keep it'}</Button>
      </PostForm>
    </>
  );
}
