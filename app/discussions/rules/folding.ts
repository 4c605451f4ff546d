/** Notes from further on in the book. Without imports that run: views use it in the browser. */
import type { FoldedNote, PageNote } from '#app/discussions/queries/thread-page.server.ts';

/** The folded notes, by the first and the last of their ids, that a page shows this once. */
export interface Opened {
  from: number;
  to: number;
}

/** Reads `?open=17` or `?open=17-23`; null when it says something else. */
export function openedOf(params: URLSearchParams): Opened | null {
  const match = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(params.get('open') ?? '');
  if (!match) return null;
  return { from: Number(match[1]), to: Number(match[2] ?? match[1]) };
}

export interface Fold {
  folded: FoldedNote[];
}

/** The notes in their order, those that are folded and follow one another as one. */
export function foldsOf(notes: readonly (PageNote | FoldedNote)[]): (PageNote | Fold)[] {
  const shown: (PageNote | Fold)[] = [];
  for (const note of notes) {
    if (!('folded' in note)) {
      shown.push(note);
      continue;
    }
    const last = shown.at(-1);
    if (last && 'folded' in last) last.folded.push(note);
    else shown.push({ folded: [note] });
  }
  return shown;
}
