import type { ReactNode } from 'react';
import { Panel } from './page.tsx';

/** What someone else saved meanwhile, beside the form that still holds what was typed. */
export function SavedNow({ children }: { children: ReactNode }) {
  return (
    <div className="mb-8">
      <Panel title="What is saved now">
        {children}
        <p className="hint">
          Below is what you typed. Saving it now replaces what is saved; leave the page to keep
          that.
        </p>
      </Panel>
    </div>
  );
}
