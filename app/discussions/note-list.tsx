import { Form } from '@remix-run/react';
import { PersonMark } from '#app/ui/person-mark.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { useVisits } from '#app/ui/visits.ts';
import { Passage } from './passage.tsx';
import type { PageNote, ThreadPage } from './queries/thread-page.server.ts';
import { isMine, newSince } from './rules.ts';

interface Place {
  /** the thread's path; its notes' permalinks stand below it */
  path: string;
  /** the viewer */
  me: number;
}

/** The notes of a page, with the line between what the viewer had seen and what is new. */
export function NoteList({ thread, path, me }: Place & { thread: ThreadPage }) {
  const fresh = newSince(thread.notes, thread.seen, me, thread.later);
  const visits = useVisits();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it hears the clicks of its links, which keys make too
    <ol className="notes" onClick={visits}>
      {thread.notes.map((note) => {
        const name = thread.names[note.by] ?? '';
        const line = fresh?.before === note.id && (
          <li className="new-line" id="new" key="new">
            <span>{`${fresh.count === null ? 'New' : `${fresh.count} new`} since you were here`}</span>
          </li>
        );
        const item = note.gone ? (
          <GoneNote key={note.id} note={note} name={name} path={path} me={me} />
        ) : (
          <Note key={note.id} note={note} name={name} path={path} me={me} />
        );
        return line ? [line, item] : item;
      })}
    </ol>
  );
}

interface NoteProps extends Place {
  note: PageNote;
  name: string;
}

function Note({ note, name, path, me }: NoteProps) {
  const own = `${path}/notes/${note.id}`;
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
          <a data-visit="" href={`${own}/history`}>
            edited
          </a>
        )}
      </header>
      <Passage text={note.quote} page={note.page} />
      <Prose html={note.html} />
      {isMine(note, me) && (
        <footer>
          <a data-visit="" href={`${own}/edit`}>
            Edit
          </a>
          <Form method="post" action={`${own}/deletion`} preventScrollReset>
            <button type="submit">Take back</button>
          </Form>
        </footer>
      )}
    </li>
  );
}

function GoneNote({ note, name, path, me }: NoteProps) {
  const mine = isMine(note, me);
  return (
    <li className="note-gone" id={`note-${note.id}`}>
      <span>{`${mine ? 'You' : name} took this note back.`}</span>
      {mine && (
        <Form method="post" action={`${path}/notes/${note.id}/restoration`} preventScrollReset>
          <button type="submit">Bring it back</button>
        </Form>
      )}
    </li>
  );
}
