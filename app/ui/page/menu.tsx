import { useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';

export interface MenuProps {
  /** what opens it */
  summary: ReactNode;
  /** the name of what opens it, where `summary` is a drawing; contains the letters one sees on it */
  label?: string;
  current?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * A list that unfolds: a `details`, so that it works without scripts. With them, Escape, a press
 * elsewhere and a visit to another page fold it again.
 */
export function Menu({ summary, label, current, className, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();

  // Every visit has its own key. What was opened before the page came alive stays open.
  const shownAt = useRef(key);
  useEffect(() => {
    if (shownAt.current === key) return;
    shownAt.current = key;
    if (details.current) details.current.open = false;
  }, [key]);

  useEffect(() => {
    const fold = (event: Event) => {
      const menu = details.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.open = false;
        menu.querySelector('summary')?.focus();
      } else if (!menu.contains(event.target as Node)) menu.open = false;
    };
    const kinds = ['keydown', 'pointerdown', 'focusin'];
    for (const kind of kinds) document.addEventListener(kind, fold);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, fold);
    };
  }, []);

  return (
    <details ref={details} className={`menu ${className ?? ''}`}>
      <summary className="nav-link" aria-label={label} aria-current={current ? 'true' : undefined}>
        {summary}
        <i className="caret" />
      </summary>
      <div className="menu-panel">{children}</div>
    </details>
  );
}
