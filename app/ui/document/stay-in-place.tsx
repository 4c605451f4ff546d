import { useLocation, useNavigation } from '@remix-run/react';
import { useRef } from 'react';
import { useBeforePaint } from './before-paint.ts';

/**
 * An act whose answer is the same page leaves one where one was. To Remix it is a visit, which begins
 * at the top. Stands after its ScrollRestoration, to have the last word.
 */
export function StayInPlace() {
  const { pathname, hash, key } = useLocation();
  const { formMethod } = useNavigation();
  const acts = useRef(false);
  if (formMethod && formMethod !== 'GET') acts.current = true;
  const last = useRef({ pathname, key });
  // Read while the page still stands where it was.
  const y = typeof window === 'undefined' ? 0 : window.scrollY;
  useBeforePaint(() => {
    const before = last.current;
    if (before.key === key) return;
    last.current = { pathname, key };
    if (acts.current && before.pathname === pathname && !hash) window.scrollTo(0, y);
    acts.current = false;
  });
  return null;
}
