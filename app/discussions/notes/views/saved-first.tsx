import type { SavedNote } from '#app/discussions/notes/queries/saved-note.server.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Panel } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { QuotedPassage } from './passage.tsx';

/** What a form had saved before it was sent again with something else in it. */
export function SavedFirst({ note }: { note: SavedNote }) {
  return (
    <div className="mb-8">
      <Panel title="This was saved first">
        <p className="mb-4">
          <Link to={note.to}>{note.threadTitle}</Link>
          {note.about && <span className="hint">{` · About ${note.about}`}</span>}
        </p>
        <QuotedPassage text={note.quote} page={note.page} />
        <Prose html={note.html} />
        <p className="hint">
          What you sent since is below and is not saved: the text is the same, something beside it
          is not. Send it again to have both, or change the first one and leave this.
        </p>
      </Panel>
    </div>
  );
}
