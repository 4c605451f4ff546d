import { useEffect, useState } from 'react';
import {
  dayAndTime,
  dayIn,
  elsewhere,
  type Instant,
  relative,
  shortDayIn,
} from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';

export interface WhenProps {
  at: string;
  zone: string;
  /** shown on hover and focus where its clocks differ from `zone`'s */
  otherZone?: string;
  style?: 'session' | 'day' | 'short' | 'relative';
  /** the loader's clock; without it a relative time is absolute until the page is alive */
  now?: Instant;
}

/**
 * A moment, in the reader's zone. What the server said stays where the browser would say another
 * thing: it may not know the zone.
 */
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

  const differs = otherZone !== undefined && elsewhere(at, zone, otherZone) !== '';
  const other = differs && `${dayAndTime(at, otherZone, clock)} in ${clockCity(otherZone)}`;
  if (other) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the other zone is shown on focus too
      <time className="when" dateTime={at} data-tip={other} tabIndex={0} suppressHydrationWarning>
        {words}
        <span className="sr-only" suppressHydrationWarning>
          , {other}
        </span>
      </time>
    );
  }
  return (
    <time dateTime={at} title={style === 'session' ? undefined : moment} suppressHydrationWarning>
      {words}
    </time>
  );
}
