import { useEffect, useState } from 'react';
import { dayAndTime, dayIn, type Instant, relative, shortDayIn, timeIn } from '#app/time/words.ts';
import { zoneCity } from '#app/time/zones.ts';

export interface WhenProps {
  at: string;
  zone: string;
  /** shown on hover and focus where its clocks differ from `zone`'s */
  otherZone?: string;
  style?: 'session' | 'day' | 'short' | 'relative';
  /** the loader's clock; without it a relative time is absolute until the page is alive */
  now?: Instant;
}

/** A moment, in the reader's zone. */
export function When({ at, zone, otherZone, style = 'session', now }: WhenProps) {
  const [alive, setAlive] = useState<number>();
  const wants = style === 'relative' && now === undefined;
  useEffect(() => {
    if (wants) setAlive(Date.now());
  }, [wants]);

  const clock = now ?? alive;
  const moment = dayAndTime(at, zone, clock);
  let words = moment;
  if (style === 'day') words = dayIn(at, zone, clock);
  if (style === 'short') words = shortDayIn(at, zone, clock);
  if (style === 'relative') words = clock === undefined ? moment : relative(at, clock, zone);

  const other =
    otherZone && timeIn(at, otherZone) !== timeIn(at, zone)
      ? `${dayAndTime(at, otherZone)} in ${zoneCity(otherZone)}`
      : undefined;
  if (other) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the other zone is shown on focus too
      <time className="when" dateTime={at} data-tip={other} tabIndex={0}>
        {words}
        <span className="sr-only">, {other}</span>
      </time>
    );
  }
  return (
    <time dateTime={at} title={style === 'session' ? undefined : moment}>
      {words}
    </time>
  );
}
