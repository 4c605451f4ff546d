import { type RefObject, useEffect, useLayoutEffect } from 'react';

/** Smallest and largest that words are made, of what the styles give them. */
const [SMALLEST, LARGEST] = [0.5, 1.5];

// Before it is painted; a server lays nothing out, and React says so where it is asked to.
const useLaidOut = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** Makes the words as large as all of a slide fits on the screen. */
export function useFit(wall: RefObject<HTMLElement | null>, shown: unknown) {
  useLaidOut(() => {
    const stage = wall.current;
    if (!stage) return;
    const fits = (size: number) => {
      stage.style.setProperty('--fit', String(size));
      return stage.offsetHeight <= window.innerHeight && stage.scrollWidth <= stage.clientWidth;
    };
    const fit = () => {
      let [low, high] = [SMALLEST, LARGEST];
      if (fits(high)) return;
      while (high - low > 0.02) {
        const middle = (low + high) / 2;
        if (fits(middle)) low = middle;
        else high = middle;
      }
      fits(low);
    };
    fit();
    document.fonts?.ready.then(fit);
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, [wall, shown]);
}

/** Keeps the screen awake while the page is in sight, where a browser can. */
export function useAwake() {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const wake = () => {
      if (document.visibilityState !== 'visible') return;
      navigator.wakeLock?.request('screen').then(
        (given) => {
          lock = given;
          if (isOver) given.release();
        },
        // A battery that is low refuses it.
        () => {},
      );
    };
    wake();
    document.addEventListener('visibilitychange', wake);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', wake);
      lock?.release();
    };
  }, []);
}
