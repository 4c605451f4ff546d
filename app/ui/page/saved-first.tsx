import type { ReactNode } from 'react';
import { Link } from './link.tsx';
import { Panel } from './page.tsx';

interface SavedFirstProps {
  to: string;
  /** what it is called */
  title: string;
  /** what else tells it from what was typed */
  children?: ReactNode;
  /** all that it says, where that is what tells it */
  text?: ReactNode;
}

/** What this very form has saved before, with other words in it, above the form that is kept. */
export function SavedFirst({ to, title, children, text }: SavedFirstProps) {
  return (
    <div className="mb-8">
      <Panel title="What was saved first">
        <p className="font-serif">
          <Link to={to}>{title}</Link>
        </p>
        {children && <p className="text-sm text-ink-2">{children}</p>}
        {text && <div className="my-4">{text}</div>}
        <p className="hint">
          Below is what you typed since. Save it as well, change the other, or leave the page.
        </p>
      </Panel>
    </div>
  );
}
