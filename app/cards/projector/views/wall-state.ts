import { useEffect, useMemo, useRef, useState } from 'react';
import type { Spot } from '#app/cards/projector/forms.ts';
import { isMovedTo } from '#app/cards/projector/rules/seating.ts';
import type { Show, Slide } from '#app/cards/projector/rules/slides.ts';
import {
  afterLook,
  again,
  begun,
  type Course,
  courseFor,
  goneOn,
  HELD,
  held,
  type Place,
  placeIn,
  spentAt,
  type Timer,
} from '#app/cards/projector/rules/timer.ts';
import { keepTimer, keptTimer } from './kept-timer.ts';

export interface Showing {
  shows: readonly Show[];
  /** where the address points to */
  at: Spot;
  /** how many are there; null while nobody has said */
  people: number | null;
  /** which drawing of names the address asks for */
  draw: number;
  /** where a slide is by itself */
  addressOf: (spot: Spot, draw: number) => string;
}

export interface WallState {
  spot: Spot;
  draw: number;
  slide: Slide;
  /** the slides before and after; null at both ends */
  before: Spot | null;
  next: Spot | null;
  /** null where nothing is timed, and until scripts run */
  time: {
    course: Course;
    place: Place;
    isHeld: boolean;
    isUntouched: boolean;
    spent: number;
  } | null;
  isLive: boolean;
  act: Acts;
}

export interface Acts {
  go: (to: Spot | null) => void;
  toggle: () => void;
  again: () => void;
  drawAgain: () => void;
}

/** How often the time is looked at: it is measured, so that a look more or less changes nothing. */
const LOOK = 250;

/** Where a wall is, and its time. A reload, also of a tab that slept, goes on from there. */
export function useWall({ shows, at, people, draw: drawAsked, addressOf }: Showing): WallState {
  const [spot, setSpot] = useState(at);
  const [draw, setDraw] = useState(drawAsked);
  const [timer, setTimer] = useState<Timer>(HELD);
  const [now, setNow] = useState<number | null>(null);
  const slides = shows[spot.show]?.slides ?? [];
  const slide = slides[spot.slide] as Slide;
  const course = useMemo(
    () => slide.grouped && courseFor(slide.grouped, people ?? usualNumber(slide)),
    [slide, people],
  );
  const seen = useRef(0);

  const keep = (kept: Timer, where: Spot) => {
    setTimer(kept);
    setNow(Date.now());
    keepTimer(where, kept);
  };

  useEffect(() => {
    setTimer(keptTimer(at, Date.now()) ?? HELD);
    const look = () => {
      const moment = Date.now();
      setTimer((timer) => afterLook(timer, seen.current, moment));
      seen.current = moment;
      setNow(moment);
    };
    look();
    const every = setInterval(look, LOOK);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(every);
      document.removeEventListener('visibilitychange', look);
    };
  }, [at]);

  const turned = (where: Spot, drawn: number) =>
    // Not by the router: a step on a wall asks the network for nothing.
    window.history.replaceState(window.history.state, '', addressOf(where, drawn));

  const act: Acts = {
    go: (to) => {
      const [there, target] = to ? [shows[to.show]?.slides, to] : [];
      if (!there || !target) return;
      const waits = isMovedTo(there, target.slide, people ?? usualNumber(there[target.slide]));
      setSpot(target);
      keep(waits ? HELD : begun(Date.now()), target);
      turned(target, draw);
    },
    toggle: () =>
      keep(timer.since === null ? goneOn(timer, Date.now()) : held(timer, Date.now()), spot),
    again: () => course && keep(again(timer, course, Date.now()), spot),
    drawAgain: () => {
      setDraw(draw + 1);
      turned(spot, draw + 1);
    },
  };
  const spent = now === null ? 0 : spentAt(timer, now);
  return {
    spot,
    draw,
    slide,
    before: neighbour(shows, spot, -1),
    next: neighbour(shows, spot, 1),
    isLive: now !== null,
    time:
      course && now !== null
        ? {
            course,
            spent,
            place: placeIn(course, spent),
            isHeld: timer.since === null,
            isUntouched: timer.since === null && timer.spent === 0,
          }
        : null,
    act,
  };
}

function neighbour(shows: readonly Show[], { show, slide }: Spot, by: 1 | -1): Spot | null {
  if (shows[show]?.slides[slide + by]) return { show, slide: slide + by };
  const beside = shows[show + by];
  return beside ? { show: show + by, slide: by === 1 ? 0 : beside.slides.length - 1 } : null;
}

/** Of whom a card is thought where nobody said how many there are. */
const usualNumber = (slide: Slide | undefined) => (slide?.grouped?.mode === 'trios' ? 6 : 8);
