import { WEEK } from '#app/mentoring/addresses.ts';
import type { AskingNow } from '#app/mentoring/week/queries/week-page.server.ts';
import { dayName, hourWords, rhythmWords, SLOWED } from '#app/mentoring/week/words.ts';
import { dayOf } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Details } from '#app/ui/page/page.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';

const DAYS = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: day, label: dayName(day) }));
export const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: hour,
  label: hourWords(hour),
}));

interface RhythmProps {
  asking: AskingNow | null;
  /** what was saved elsewhere meanwhile, where the form was refused for it */
  saved: AskingNow | null;
  zone: string;
}

/** On which day and hour one is asked; how to begin, to move it and to stop. */
export function RhythmPart({ asking, saved, zone }: RhythmProps) {
  const goesOn = asking !== null && asking.nextOn !== null;
  const form = <RhythmForm asking={asking} saved={saved} zone={zone} goesOn={goesOn} />;
  if (!goesOn) return form;
  return (
    <>
      <p>
        You are asked {rhythmWords(asking)}, next on {dayOf(asking.nextOn ?? '')}.
      </p>
      {asking.everyWeeks > 1 && (
        <PostForm action={`${WEEK}/weekly`} className="week-slowed">
          <p>{SLOWED}</p>
          <Button>Every week again</Button>
        </PostForm>
      )}
      <Details summary="Another day or hour, or stop" open={saved !== null}>
        {form}
        <PostForm action={`${WEEK}/stopping`} className="week-stop">
          <Button variant="quiet">Stop asking me</Button>
        </PostForm>
      </Details>
    </>
  );
}

function RhythmForm({ asking, saved, zone, goesOn }: RhythmProps & { goesOn: boolean }) {
  return (
    <>
      {saved && (
        <SavedNow>
          <p>You are asked {rhythmWords(saved)}.</p>
        </SavedNow>
      )}
      <PostForm action={WEEK}>
        <Hidden name="version" value={saved?.version ?? asking?.version ?? 0} />
        <div className="week-rhythm">
          <Select name="weekday" label="On" options={DAYS} defaultValue={asking?.weekday ?? 2} />
          <Select name="hour" label="At" options={HOURS} defaultValue={asking?.hour ?? 9} />
        </div>
        <p className="hint">
          By clocks in {clockCity(zone)}, your time zone. <Link to="/account">Change it</Link>
        </p>
        <div className="actions">
          <Button variant={goesOn ? 'plain' : 'primary'}>
            {goesOn ? 'Save' : asking ? 'Begin again' : 'Ask me every week'}
          </Button>
        </div>
      </PostForm>
    </>
  );
}
