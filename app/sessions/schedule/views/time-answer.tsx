import type { LocalTimeChoice, LocalTimeOption, Unresolved } from '#app/time/local-time.ts';
import { dayOf } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { NoticeBar } from '#app/ui/page/page.tsx';

interface TimeAnswerProps {
  resolved: Unresolved | undefined;
  /** the date and time it is about, and the circle's zone */
  date: string;
  time: string;
  zone: string;
  /** which of the two is meant so far */
  choice?: LocalTimeChoice | undefined;
}

/** What can be done about a time that never comes or comes twice, under its field. */
export function TimeAnswer({ resolved, date, time, zone, choice }: TimeAnswerProps) {
  if (resolved?.reason === 'does-not-exist') {
    const { next } = resolved;
    const another = next.date === date ? '' : `${dayOf(next.date)}, `;
    return (
      <div className="mb-6">
        <NoticeBar
          tone="rubric"
          action={
            <Button name="step" value={`take:${next.date}T${next.time}`} formNoValidate>
              Take {next.time}
              <span className="sr-only"> on {dayOf(next.date)}</span>
            </Button>
          }
        >
          {`Clocks in ${clockCity(zone)} go forward over it. The next there is: ${another}${next.time}.`}
        </NoticeBar>
      </div>
    );
  }
  if (resolved?.reason === 'exists-twice') {
    return (
      <Segmented
        name="timeChoice"
        legend={`Clocks in ${clockCity(zone)} go back that day. Which ${time} do you mean?`}
        required
        defaultValue={choice}
        options={resolved.options.map((option) => ({
          value: option.choice,
          label: `The ${option.choice}, ${offsetWords(option)}`,
        }))}
      />
    );
  }
  return null;
}

/** 'UTC+02:00 (CEST)'; where the zone has no name of its own, the offset says it all. */
const offsetWords = ({ offset, name }: LocalTimeOption) =>
  /^(GMT|UTC)[+-]/.test(name) ? `UTC${offset}` : `UTC${offset} (${name})`;
