/** Where threads and notes are, for links and redirects. `circle` is its slug. */
export const addressOfThread = (circle: string, threadId: number) =>
  `/circles/${circle}/threads/${threadId}`;

/** The page of the thread that holds the note, scrolled to it. */
export const addressOfNote = (circle: string, threadId: number, noteId: number) =>
  `${addressOfThread(circle, threadId)}?at=${noteId}#note-${noteId}`;

/** The same, with the folded notes `from` to `to` open this once. */
export const addressOfOpened = (thread: string, from: number, to: number) =>
  `${thread}?at=${from}&open=${from}-${to}#note-${from}`;

/** The thread at a note, with the composer begun by a quote of it; a note open this once stays open. */
export const addressOfReply = (thread: string, noteId: number, opened = false) =>
  `${thread}?at=${noteId}&reply=${noteId}${opened ? `&open=${noteId}` : ''}#write`;

export const addressOfThreads = (circle: string) => `/circles/${circle}/threads`;

export const addressOfThreadsAbout = (circle: string, sectionId: number) =>
  `${addressOfThreads(circle)}?section=${sectionId}`;

export const addressOfMarking = (circle: string) => `${addressOfThreads(circle)}/marking`;

export const addressOfNewThread = (circle: string) => `/circles/${circle}/threads/new`;

export const addressOfNoteRestoration = (
  circle: string,
  thread: string | number,
  note: string | number,
) => `/circles/${circle}/threads/${thread}/notes/${note}/restoration`;
