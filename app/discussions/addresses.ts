/** Where threads and notes are, for links and redirects. `circle` is its slug. */
export const addressOfThread = (circle: string, threadId: number) =>
  `/circles/${circle}/threads/${threadId}`;

/** The page of the thread that holds the note, scrolled to it. */
export const addressOfNote = (circle: string, threadId: number, noteId: number) =>
  `${addressOfThread(circle, threadId)}?at=${noteId}#note-${noteId}`;
