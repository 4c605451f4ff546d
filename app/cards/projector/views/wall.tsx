import { type MouseEvent, type ReactNode, useMemo, useRef } from 'react';
import type { Spot } from '#app/cards/projector/forms.ts';
import { drawnOrder } from '#app/cards/projector/rules/seating.ts';
import { lengthOf, type Slide } from '#app/cards/projector/rules/slides.ts';
import { leftWords, nextWords, stepWords } from '#app/cards/projector/words.ts';
import { StepPartOf } from '#app/cards/views/step-part.tsx';
import { revealWords } from '#app/cards/words/card.ts';
import { Mark } from '#app/ui/drawings/seats.tsx';
import { WallGroups } from './wall-groups.tsx';
import { toggleFullScreen, useWallKeys } from './wall-keys.ts';
import { useAwake, useFit } from './wall-room.ts';
import { type Showing, useWall, type WallState } from './wall-state.ts';
import { WallTime } from './wall-time.tsx';

interface WallProps extends Showing {
  /** who said that they come; null where only their number is known */
  names: readonly string[] | null;
  /** where one came from */
  back: { to: string; words: string };
}

/** A card on a wall: one instruction in the largest type that fits, and nothing to press in sight. */
export function Wall({ names, back, ...showing }: WallProps) {
  const stage = useRef<HTMLDivElement>(null);
  const state = useWall(showing);
  const isShown = useWallKeys(stage, state);
  useAwake();
  const { spot, slide, time, draw } = state;
  const show = showing.shows[spot.show];
  const order = useMemo(
    () => names && drawnOrder(names, draw * 1009 + (show?.id ?? 0)),
    [names, draw, show],
  );
  useFit(stage, `${spot.show} ${spot.slide} ${draw} ${state.isLive}`);
  const next = nextWords(show?.slides[spot.slide + 1], showing.shows[spot.show + 1]);
  return (
    <div
      className="wall"
      ref={stage}
      data-time={time?.place.state}
      data-pointer={isShown || undefined}
    >
      <header>
        <p>
          <Mark /> <span dir="auto">{show?.title}</span>
        </p>
        {slide.step && (
          <p>
            {slide.say !== null && <bdi className="wall-title">{slide.title}</bdi>}{' '}
            <span className="wall-step">{stepWords(slide)}</span>
          </p>
        )}
      </header>
      <WallWords slide={slide} />
      {slide.grouped && slide.step ? (
        <WallGroups
          step={slide.grouped}
          people={showing.people}
          names={order}
          spent={time && !time.isUntouched ? time.spent : null}
        />
      ) : (
        <div />
      )}
      <footer>
        <WallTime time={time} slide={slide} act={state.act} />
        <p className="wall-next">
          {next !== null && (
            <>
              <span>Next</span> <bdi>{next}</bdi>
            </>
          )}
        </p>
      </footer>
      <p role="status" className="sr-only">
        {spoken(state)}
      </p>
      <WallWays state={state} showing={showing} back={back} isNamed={names !== null} />
    </div>
  );
}

function WallWords({ slide: { title, say, reveal, below } }: { slide: Slide }) {
  const size = lengthOf(say ?? title);
  const length = size <= 45 ? 'short' : size <= 110 ? 'middle' : size <= 170 ? 'long' : 'longest';
  return (
    <div className="wall-say" data-length={length}>
      {reveal && <p className="eyebrow">{revealWords[reveal]}</p>}
      {say === null ? (
        <h1 dir="auto">{title}</h1>
      ) : (
        // The card’s own words, from the parser’s allow-list.
        <h1 dir="auto" dangerouslySetInnerHTML={{ __html: say }} />
      )}
      {below.length > 0 && (
        <div className="wall-below">
          {below.map((part, at) => (
            <StepPartOf key={at} part={part} />
          ))}
        </div>
      )}
    </div>
  );
}

/** Said once of each slide and each turn, and of no second. */
function spoken({ slide, time, isLive }: WallState): string {
  if (!isLive) return '';
  const title = /[.?!…]$/.test(slide.title) ? slide.title : `${slide.title}.`;
  const step = slide.step ? `${stepWords(slide)}: ${title} ` : `${title} `;
  const turn = time?.course.kind && !time.isUntouched ? leftWords(time.course, time.place) : '';
  return step + (time?.place.state === 'up' ? 'Time is up.' : turn.replace('left of ', ''));
}

interface WallWaysProps {
  state: WallState;
  showing: Showing;
  back: WallProps['back'];
  isNamed: boolean;
}

/** The keys, which are also the ways for whoever has none: in sight while the pointer moves. */
function WallWays({ state, showing, back, isNamed }: WallWaysProps) {
  const { act, before, next, draw, isLive, time } = state;
  const keys: [key: string, words: string, act: () => void][] = [
    ...(time
      ? ([
          ['space', time.isHeld ? 'go on' : 'pause', act.toggle],
          ['r', 'again', act.again],
        ] as typeof keys)
      : []),
    ...(isNamed ? ([['n', 'other groups', act.drawAgain]] as typeof keys) : []),
    ['f', 'full screen', toggleFullScreen],
  ];
  return (
    <nav className="wall-ways" aria-label="This wall">
      <WayTo spot={before} rel="prev" {...{ showing, draw, act }}>
        <kbd>←</kbd> before
      </WayTo>
      <WayTo spot={next} rel="next" {...{ showing, draw, act }}>
        <kbd>→</kbd> next
      </WayTo>
      {isLive &&
        keys.map(([key, words, press]) => (
          <button key={key} type="button" onClick={press}>
            <kbd>{key}</kbd> {words}
          </button>
        ))}
      <a href={back.to}>{back.words}</a>
    </nav>
  );
}

interface WayToProps extends Pick<WallState, 'draw' | 'act'> {
  spot: Spot | null;
  rel: 'prev' | 'next';
  showing: Showing;
  children: ReactNode;
}

function WayTo({ spot, rel, showing, draw, act, children }: WayToProps) {
  if (!spot) return null;
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    act.go(spot);
  };
  return (
    <a href={showing.addressOf(spot, draw)} rel={rel} onClick={follow}>
      {children}
    </a>
  );
}
