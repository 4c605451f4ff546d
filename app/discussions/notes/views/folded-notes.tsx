import { addressOfOpened } from '#app/discussions/addresses.ts';
import type { FoldedNote, FurtherSection } from '#app/discussions/queries/thread-page.server.ts';
import { OpeningButton } from '#app/discussions/views/opening-form.tsx';
import { apart } from '#app/ui/apart.ts';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { capital, countWord, plural } from '#app/ui/words.ts';

interface FoldedNotesProps {
  notes: readonly FoldedNote[];
  further: Record<number, FurtherSection>;
  threadId: number;
  /** the thread's path */
  path: string;
  /** the first of its page, which says it for the thread */
  leads: boolean;
}

/** Notes from further on in the book than their reader is, as one line, and the ways to open them. */
export function FoldedNotes({ notes, further, threadId, path, leads }: FoldedNotesProps) {
  const [first, ...others] = notes;
  if (!first) return null;
  const last = others.at(-1) ?? first;
  const ids = [...new Set(notes.map(({ folded }) => folded))].sort(
    (a, b) => (further[a]?.position ?? 0) - (further[b]?.position ?? 0),
  );
  const furthestId = ids.at(-1) ?? 0;
  const furthest = further[furthestId];
  const [circle] = path.split('/threads/');
  const n = notes.length;
  return (
    <li className="note-fold" id={`note-${first.id}`}>
      <p>
        {others.map(({ id }) => (
          <i key={id} id={`note-${id}`} />
        ))}
        <strong>{`${capital(countWord(n))} ${plural(n, 'note', 'notes')} from further on`}</strong>
        <span>{`About ${ids.map((id) => apart(further[id]?.name ?? '')).join('; ')}.`}</span>
      </p>
      <div className="note-fold-ways">
        <Link to={addressOfOpened(path, first.id, last.id)} className="link-button">
          {`Open ${plural(n, 'it', 'them')} this once`}
        </Link>
        {leads && <OpeningButton path={path} to="open" />}
        {furthest && (
          <PostForm action={`${circle}/reading/${furthest.readingId}/progress`}>
            <Hidden name="what" value="upTo" />
            <Hidden name="sectionId" value={furthestId} />
            <Hidden name="back" value={`thread-${threadId}`} />
            <button type="submit" className="link-button">
              I’ve read this far
            </button>
          </PostForm>
        )}
      </div>
    </li>
  );
}
