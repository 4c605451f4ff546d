import { addressOfNote, addressOfThread } from '#app/discussions/addresses.ts';
import { Composer } from '#app/discussions/notes/views/composer.tsx';
import { NoteList } from '#app/discussions/notes/views/note-list.tsx';
import { Quoting } from '#app/discussions/notes/views/quoting.tsx';
import type { ThreadPage } from '#app/discussions/queries/thread-page.server.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { contextLinks } from './context-links.tsx';
import { FollowingForm } from './following-form.tsx';
import { WholeThread } from './opening-form.tsx';

export interface ThreadViewProps {
  thread: ThreadPage;
  /** the circle's slug */
  circle: string;
  /** the viewer */
  me: number;
  zone: string;
  /** what the viewer answers to */
  quoted: { noteId: number; text: string } | null;
  submissionKey: string;
}

/** A thread: its notes, and where the next one is written. */
export function ThreadView({ thread, circle, me, zone, quoted, submissionKey }: ThreadViewProps) {
  const path = addressOfThread(circle, thread.id);
  const first = thread.notes[0];
  const last = thread.notes[thread.notes.length - 1];
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={contextLinks({ circle, context: thread.context, zone })}
        title={thread.title}
        actions={<FollowingForm choices={thread.following} path={path} />}
      />
      {thread.earlier && (
        <nav className="note-pager" aria-label="Earlier notes">
          <Link to={first ? `${path}?before=${first.id}` : path}>Earlier notes</Link>
        </nav>
      )}
      {thread.opened && <WholeThread path={path} />}
      <NoteList thread={thread} circle={circle} path={path} me={me} />
      <Quoting />
      {thread.later && (
        <nav className="note-pager" aria-label="Later notes">
          <Link to={last ? `${path}?after=${last.id}` : path}>Later notes</Link>
          <Link to={addressOfNote(circle, thread.id, thread.lastNoteId)}>The newest note</Link>
        </nav>
      )}
      <Composer
        circle={circle}
        threadId={thread.id}
        me={me}
        submissionKey={submissionKey}
        quoted={quoted}
        sent={thread.sent}
        about={thread.context.section?.name ?? null}
        sections={thread.sections}
      />
    </Page>
  );
}
