/** What was on the screen and what is new. Without imports: views use it in the browser. */

interface ShownNote {
  id: number;
  /** its author took it back */
  gone?: true;
  /** the section for which it is folded */
  folded?: number;
}

/**
 * The notes of a page that somebody had on their screen, as PostgreSQL writes an int8multirange of
 * their ids. The page holds all notes from `before` to its last: a range from one to the next takes
 * in no other. What was folded or taken back was not read, and is new if it comes back.
 * @param before the id of the note before the first of the page; null when that is the thread's first
 */
export function shownOf(notes: readonly ShownNote[], before: number | null): string {
  const ranges: string[] = [];
  let from = before ?? 0;
  let to = from;
  const close = () => {
    if (to > from) ranges.push(`(${from},${to}]`);
  };
  for (const note of notes) {
    if (note.gone || note.folded !== undefined) {
      close();
      from = note.id;
    }
    to = note.id;
  }
  close();
  return `{${ranges.join(',')}}`;
}

interface FreshNote extends ShownNote {
  by: number;
  fresh?: true;
}

/** What stands before a note: that what follows is new (so many; null when more may), or read. */
export type SeenLine = { fresh: number | null; first: boolean; on: boolean } | 'read';

/**
 * Where the lines between what a reader had seen and what is new go, by the note they stand before.
 * A line stands between two notes: what is new from the top of the page on has none before it.
 * @param me notes of whom are neither new nor seen
 * @param more whether there are later pages
 */
export function seenLines(
  notes: readonly FreshNote[],
  me: number,
  more: boolean,
): Map<number, SeenLine> {
  const lines = new Map<number, SeenLine>();
  let run: { at: number; fresh: number } | null = null;
  let first = true;
  const close = (on: boolean) => {
    if (run && run.at !== notes[0]?.id) {
      lines.set(run.at, { fresh: on && more ? null : run.fresh, first, on });
      first = false;
    }
    run = null;
  };
  for (const note of notes) {
    if (note.fresh) {
      run ??= { at: note.id, fresh: 0 };
      run.fresh++;
    } else if (run && note.by !== me && !note.gone && note.folded === undefined) {
      close(false);
      lines.set(note.id, 'read');
    }
  }
  close(true);
  return lines;
}

/** '3 new since you were here'; of what stands before notes that were read, that it was not. */
export function seenLineInWords(line: SeenLine): string {
  if (line === 'read') return 'From here on, you had read it';
  if (line.fresh === null) return 'New since you were here';
  return line.on ? `${line.fresh} new since you were here` : `${line.fresh} not read yet`;
}
