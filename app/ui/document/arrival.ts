import { useLocation } from '@remix-run/react';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus on the page. A visit begins at the title of its page, or at what its address
 * points to; where what was pressed is gone after an act, one is at what the page says of it.
 */
export function useArrival(content: RefObject<HTMLElement>): void {
  const { pathname, hash, key } = useLocation();
  const last = useRef({ pathname, key });
  useEffect(() => {
    const before = last.current;
    last.current = { pathname, key };
    const main = content.current;
    if (before.key === key || !main) return;
    const isThere =
      before.pathname === pathname ? !isLost() : !isLost() && main.contains(document.activeElement);
    if (!isThere) focusOn(pointedAt(hash) ?? (before.pathname === pathname && saidOf(main)), main);
  }, [pathname, hash, key, content]);
}

const isLost = () => !document.activeElement || document.activeElement === document.body;

const pointedAt = (hash: string) => document.getElementById(decodeURIComponent(hash.slice(1)));
const saidOf = (main: HTMLElement) => main.querySelector<HTMLElement>('[role=status] > .notice');

/** Focuses the title of a page where there is nothing closer, also for those who do not see it. */
export function focusOn(
  place: HTMLElement | null | false,
  main: HTMLElement | null = document.querySelector('main'),
): void {
  const at = place || main?.querySelector<HTMLElement>('h1') || main;
  if (!at) return;
  if (at.tabIndex < 0) at.tabIndex = -1;
  at.focus({ preventScroll: true });
}
