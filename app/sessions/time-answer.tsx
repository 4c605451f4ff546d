import { Button } from '#app/ui/button.tsx';
import { Segmented } from '#app/ui/field.tsx';
import { dayOf } from '#app/ui/format.ts';
import type { Resolved } from './rules/local-time.ts';

export type Unresolved = Exclude<Resolved, { ok: true }>;

/** What can be done about a time that never comes or comes twice, beside its field. */
export function TimeAnswer({ resolved }: { resolved: Unresolved | undefined }) {
  if (resolved?.reason === 'does-not-exist') {
    const { date, time } = resolved.next;
    return (
      <p className="mb-6">
        <Button name="step" value={`take:${date}T${time}`} formNoValidate>
          Take {time}
          <span className="sr-only"> on {dayOf(date)}</span>
        </Button>
      </p>
    );
  }
  if (resolved?.reason === 'exists-twice') {
    return (
      <Segmented
        name="timeChoice"
        legend="Which of the two?"
        required
        options={resolved.options.map(({ choice, offset, name }) => ({
          value: choice,
          label: `The ${choice}, UTC${offset} (${name})`,
        }))}
      />
    );
  }
  return null;
}

/** Why a time was not taken, in words for the person who typed it. */
export function timeWords(resolved: Unresolved, zone: string): string {
  if (resolved.reason === 'past') return 'That is in the past.';
  if (resolved.reason === 'exists-twice') {
    return `Clocks in ${zone} go back that day, so this time comes twice. Say which you mean.`;
  }
  const { time } = resolved.next;
  return `Clocks in ${zone} go forward over this time, so it never comes. The next there is: ${time}.`;
}
