import { Link } from './link.tsx';
import { Panel } from './page.tsx';

export interface SavedBefore {
  to: string;
  title: string;
}

/** What a form saved before something else was written into it, beside what it holds now. */
export function SavedFirst({ saved: { to, title } }: { saved: SavedBefore }) {
  return (
    <div className="mb-8">
      <Panel title="What was saved first">
        <p>
          <Link to={to}>{title}</Link>
        </p>
        <p className="hint">Below is what you typed since. It is not saved yet.</p>
      </Panel>
    </div>
  );
}
