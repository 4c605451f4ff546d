import { randomUUID } from 'node:crypto';
import type { Viewer } from '#app/access/proofs.ts';
import { receiveExport } from '#app/shelves/imports/commands/receive-export.server.ts';
import { importOf, problemsOf } from '#app/shelves/imports/queries/imports.server.ts';
import { db } from '#db/database.server.ts';
import { runJobs } from '#tests/support/jobs.ts';

export const GOODREADS = [
  ...['Book Id', 'Title', 'Author', 'Author l-f', 'Additional Authors', 'ISBN', 'ISBN13'],
  ...['My Rating', 'Average Rating', 'Publisher', 'Binding', 'Number of Pages', 'Year Published'],
  ...['Original Publication Year', 'Date Read', 'Date Added', 'Bookshelves'],
  ...['Bookshelves with positions', 'Exclusive Shelf', 'My Review', 'Spoiler', 'Private Notes'],
  ...['Read Count', 'Owned Copies'],
] as const;

export const STORYGRAPH = [
  ...['Title', 'Authors', 'Contributors', 'ISBN/UID', 'Format', 'Read Status', 'Date Added'],
  ...['Last Date Read', 'Dates Read', 'Read Count', 'Moods', 'Pace', 'Star Rating', 'Review'],
  ...['Tags', 'Owned?'],
] as const;

type Row<C extends readonly string[]> = Partial<Record<C[number], string>>;

/** An export as its site writes it. */
export function csv<C extends readonly string[]>(
  columns: C,
  rows: Row<C>[],
  { delimiter = ',', end = '\n' } = {},
): string {
  const cell = (value: string) =>
    /[",;\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const lines = rows.map((row) =>
    columns.map((name) => cell(row[name as C[number]] ?? '')).join(delimiter),
  );
  return [columns.map(cell).join(delimiter), ...lines].join(end) + end;
}

export const goodreads = (rows: Row<typeof GOODREADS>[]) => csv(GOODREADS, rows);
export const storygraph = (rows: Row<typeof STORYGRAPH>[]) => csv(STORYGRAPH, rows);

/** Three books as Goodreads has them, one in each state. */
export const three = [
  {
    'Book Id': '117047',
    Title: 'The Blind Watchmaker: Why the Evidence of Evolution Reveals a Universe Without Design',
    Author: 'Richard Dawkins',
    ISBN: '="0141026162"',
    ISBN13: '="9780141026169"',
    'Number of Pages': '340',
    'Date Read': '2018/09/29',
    'Date Added': '2018/07/19',
    'Exclusive Shelf': 'read',
    'My Rating': '4',
    'My Review': 'Not for anybody’s eyes',
    'Private Notes': 'Nor this',
  },
  {
    'Book Id': '20518872',
    Title: 'The Three-Body Problem (Remembrance of Earth’s Past #1)',
    Author: 'Liu Cixin',
    ISBN: '="0765377063"',
    ISBN13: '="9780765377067"',
    'Number of Pages': '400',
    'Date Added': '2018/05/09',
    'Exclusive Shelf': 'currently-reading',
  },
  {
    'Book Id': '3',
    Title: 'A Book, "Quoted",\nOver Two Lines',
    Author: 'Ann Author',
    ISBN: '=""',
    ISBN13: '=""',
    'Date Added': '2019/01/25',
    'Exclusive Shelf': 'to-read',
  },
] satisfies Row<typeof GOODREADS>[];

/** A file as an upload brings it, in pieces of so many bytes. */
export function fileOf(content: string | Buffer, piece = 10_000, name = 'library.csv') {
  const bytes = Buffer.from(content);
  async function* data() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  return { name, data: data() };
}

/** Sends an export without reading it. */
export async function send(viewer: Viewer, content: string | Buffer): Promise<number> {
  const received = await receiveExport(viewer, randomUUID(), fileOf(content));
  if (!received.ok) throw new Error(`refused: ${JSON.stringify(received)}`);
  return received.importId;
}

/** Sends an export and has it read. @returns what came of it */
export async function importFile(viewer: Viewer, content: string | Buffer) {
  const id = await send(viewer, content);
  await runJobs();
  return outcome(viewer, id);
}

export async function outcome(viewer: Viewer, id: number) {
  const one = await importOf(viewer, id);
  if (!one) throw new Error('No such import.');
  return { id, state: one.state, ...one.rows, problems: await problemsOf(viewer, id) };
}

/** Everything on a person's shelf, by id. */
export const shelf = (viewer: Viewer) =>
  db
    .selectFrom('shelf_book')
    .selectAll()
    .where('person_id', '=', viewer.personId)
    .where('taken_off_at', 'is', null)
    .orderBy('id')
    .execute();
