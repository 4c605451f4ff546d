import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { addressOfReply } from '#app/discussions/addresses.ts';
import type { PageNote, ThreadPage } from '#app/discussions/queries/thread-page.server.ts';
import { isMine } from '#app/discussions/rules/discussions.ts';
import { type Fold, foldsOf } from '#app/discussions/rules/folding.ts';
import { seenLineInWords, seenLines } from '#app/discussions/rules/seen.ts';
import { addressOfNewAsk, type SourceInAddress } from '#app/mentoring/addresses.ts';
import { apart } from '#app/ui/apart.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Prose } from '#app/ui/page/prose.tsx';
import { FoldedNotes } from './folded-notes.tsx';
import { QuotedPassage } from './passage.tsx';

interface Place {
  /** the slug of its circle, whose notes an ask may come from */
  circle?: string;
  /** the thread's path; its notes' permalinks stand below it */
  path: string;
  /** the viewer */
  me: number;
  /** nothing more is written here; what was written may still be taken back */
  over?: boolean;
}

/** What it needs of a page: of a thread, or of what two people say to each other. */
type Listed = Pick<ThreadPage, 'id' | 'notes' | 'names' | 'visited' | 'later' | 'further'>;

interface NoteListProps {
  thread: Listed;
  /** what stands below the text of notes, by their ids */
  below?: Readonly<Record<number, ReactNode>>;
}

/** The notes of a page, with lines between what the viewer had seen and what is new. */
export function NoteList({ thread, circle, path, me, over, below = {} }: Place & NoteListProps) {
  const lines = thread.visited ? seenLines(thread.notes, me, thread.later) : null;
  const folds = foldsOf(thread.notes);
  const leading = folds.find((shown) => 'folded' in shown);
  const itemOf = (shown: PageNote | Fold) => {
    if ('folded' in shown) {
      const { further, id: threadId } = thread;
      const leads = shown === leading;
      const place = { notes: shown.folded, further, threadId, path, leads };
      return <FoldedNotes key={shown.folded[0]?.id} {...place} />;
    }
    const note = { note: shown, name: thread.names[shown.by] ?? '', circle, path, me, over };
    return shown.gone ? (
      <GoneNote key={shown.id} {...note} />
    ) : (
      <Note key={shown.id} {...note} below={below[shown.id]} />
    );
  };
  return (
    <ol className="notes">
      {folds.map((shown) => {
        const said = 'folded' in shown ? undefined : lines?.get(shown.id);
        const line = said && (
          <li
            key={`line-${'id' in shown && shown.id}`}
            className={said === 'read' ? 'new-line read' : 'new-line'}
            id={said !== 'read' && said.first ? 'new' : undefined}
          >
            <span>{seenLineInWords(said)}</span>
          </li>
        );
        const item = itemOf(shown);
        return line ? [line, item] : item;
      })}
    </ol>
  );
}

interface NoteProps extends Place {
  note: PageNote;
  name: string;
  below?: ReactNode;
}

function Note({ note, name, circle, path, me, over, below }: NoteProps) {
  const own = `${path}/notes/${note.id}`;
  const mine = isMine(note, me);
  return (
    <li className="note" id={`note-${note.id}`}>
      <header>
        <PersonMark name={name} />
        <h2>{name}</h2>
        {/* A whole load: the browser marks the note it leads to (:target) then alone. */}
        <a href={own}>
          <time dateTime={note.when.at} title={note.when.full}>
            {note.when.words}
          </time>
        </a>
        {note.edited && (
          <a data-visit="" href={`${own}/history${note.opened ? `?open=${note.id}` : ''}`}>
            edited
          </a>
        )}
      </header>
      <QuotedPassage text={note.quote} page={note.page}>
        {note.quote && circle && (
          <WhileOpen>
            <AskAbout circle={circle} source={{ passage: note.id }} />
          </WhileOpen>
        )}
      </QuotedPassage>
      <Prose html={note.html} />
      {below}
      <WhileOpen>
        <footer>
          {!over && <a href={addressOfReply(path, note.id, note.opened)}>Reply</a>}
          {circle && <AskAbout circle={circle} source={{ note: note.id }} />}
          {mine && (
            <>
              {!over && (
                <a data-visit="" href={`${own}/edit`}>
                  Edit
                </a>
              )}
              <Form method="post" action={`${own}/deletion`} preventScrollReset>
                <button type="submit">Take back</button>
              </Form>
            </>
          )}
        </footer>
      </WhileOpen>
    </li>
  );
}

/** The way to an ask that comes from it. */
const AskAbout = (of: { circle: string; source: SourceInAddress }) => (
  <a data-visit="" href={addressOfNewAsk(of.circle, of.source)}>
    Ask about this
  </a>
);

function GoneNote({ note, name, path, me }: NoteProps) {
  const mine = isMine(note, me);
  return (
    <li className="note-gone" id={`note-${note.id}`}>
      <span>{`${mine ? 'You' : apart(name)} took this note back.`}</span>
      {mine && (
        <Form method="post" action={`${path}/notes/${note.id}/restoration`} preventScrollReset>
          <button type="submit">Bring it back</button>
        </Form>
      )}
    </li>
  );
}
