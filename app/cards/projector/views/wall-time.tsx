import type { Slide } from '#app/cards/projector/rules/slides.ts';
import { clockWords, leftWords } from '#app/cards/projector/words.ts';
import { countWord, plural } from '#app/ui/words.ts';
import type { Acts, WallState } from './wall-state.ts';

interface WallTimeProps {
  time: WallState['time'];
  slide: Slide;
  act: Acts;
}

/** What is left, of what, and a bar. To press it is to pause it. */
export function WallTime({ time, slide: { grouped }, act }: WallTimeProps) {
  if (!grouped) return <div />;
  if (!time) {
    return (
      <p className="wall-minutes">
        {countWord(grouped.minutes)} {plural(grouped.minutes, 'minute', 'minutes')}
      </p>
    );
  }
  const { course, place, isHeld, isUntouched } = time;
  return (
    <button
      type="button"
      className="wall-time"
      aria-label={isHeld ? 'Let the time run' : 'Pause the time'}
      onClick={act.toggle}
    >
      <b role="timer" aria-live="off">
        {clockWords(place.left)}
      </b>
      <span>
        {isHeld && place.state !== 'up' ? (
          isUntouched ? (
            <>
              <span className="wall-by-key">space begins</span>
              <span className="wall-by-tap">tap to begin</span>
            </>
          ) : (
            'paused'
          )
        ) : (
          leftWords(course, place)
        )}
        <progress value={place.share} max={1} aria-hidden="true" />
      </span>
    </button>
  );
}
