import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { Source } from '#app/shelves/rules/export-head.ts';
import { type RowRead, rowReader } from '#app/shelves/rules/export-row.ts';
import { MOST_ROWS, ROWS_A_BATCH } from '#app/shelves/rules/limits.ts';
import { db } from '#db/database.server.ts';
import { type Batch, type ImportInHand, writeBatch } from './write-import-batch.server.ts';

interface CsvRecord {
  record: string[];
  /** the line it ends on, and the bytes of the file up to there */
  info: { lines: number; bytes: number };
}

/**
 * Reads an export that was sent onto its owner's shelf, a batch in a transaction, and of the file
 * never more than a piece and a row in memory. Begun anew after a crash, it goes on behind the last
 * batch that was written, and the result is the same. Of two at once, the one that finds itself
 * overtaken ends.
 */
export async function readImport(importId: number): Promise<void> {
  const work = await begin(importId);
  if (!work) return;
  let rowOf: ReturnType<typeof rowReader> | undefined;
  let batch = emptyBatch(0);
  let lastLine = 1;
  const write = async (last: boolean) => {
    const goesOn = await writeBatch(work, batch, last);
    batch = emptyBatch(batch.after + batch.rows, batch.bytesRead);
    return goesOn;
  };
  try {
    for await (const { record, info } of recordsOf(work)) {
      lastLine = info.lines;
      if (!rowOf) {
        rowOf = rowReader(
          work.source,
          record.map((name) => name.trim()),
          work.today,
        );
        continue;
      }
      batch.rows++;
      batch.bytesRead = info.bytes;
      take(batch, info.lines - lineEndsIn(record), rowOf(record));
      if (batch.rows >= ROWS_A_BATCH && !(await write(false))) return;
    }
  } catch (error) {
    if ((error as { code?: string }).code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    batch.rows++;
    refuse(batch, lastLine + 1, '', { reason: 'unclosed-quote', detail: '' });
  }
  await write(true);
}

/** What is to be read; null when it has been. */
async function begin(importId: number): Promise<ImportInHand | null> {
  const row = await db
    .updateTable('shelf_import')
    .set((eb) => ({ read_at: eb.fn.coalesce('read_at', eb.val(new Date())) }))
    .where('id', '=', importId)
    .where('finished_at', 'is', null)
    .returning(['person_id', 'upload_id', 'source', 'delimiter', 'sent_at', 'rows_read'])
    .executeTakeFirst();
  return row
    ? {
        id: importId,
        personId: row.person_id,
        uploadId: row.upload_id,
        source: row.source as Source,
        delimiter: row.delimiter,
        // Its own day, not that of a later try: the result is the same.
        today: row.sent_at.toISOString().slice(0, 10),
        rowsWritten: row.rows_read,
        seen: new Set(),
      }
    : null;
}

/** The file's records as csv-parse reads them. A failure of either end comes out of the iteration. */
function recordsOf({ uploadId, delimiter }: ImportInHand): AsyncIterable<CsvRecord> {
  const file = Readable.from(piecesOf(uploadId));
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  file.on('error', (error) => parser.destroy(error));
  return file.pipe(parser);
}

async function* piecesOf(uploadId: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const piece = await db
      .selectFrom('shelf_import_chunk')
      .select('bytes')
      .where('upload_id', '=', uploadId)
      .where('position', '=', position)
      .executeTakeFirst();
    if (!piece) return;
    yield piece.bytes;
  }
}

const emptyBatch = (after: number, bytesRead = 0): Batch => ({
  ...{ after, bytesRead, rows: 0, refused: 0, remarked: 0 },
  books: [],
  problems: [],
});

function take(batch: Batch, line: number, row: RowRead): void {
  const count = batch.after + batch.rows;
  if (count > MOST_ROWS) {
    // One line speaks for all that follow.
    if (count > MOST_ROWS + 1) batch.refused++;
    else refuse(batch, line, '', { reason: 'too-many-rows', detail: '' });
  } else if (row.ok) {
    batch.books.push(row.book);
    if (row.remarks.length > 0) batch.remarked++;
    for (const said of row.remarks) {
      batch.problems.push({ line, title: row.book.title, said, used: true });
    }
  } else refuse(batch, line, row.title, row.refused);
}

function refuse(
  batch: Batch,
  line: number,
  title: string,
  said: Batch['problems'][number]['said'],
): void {
  batch.refused++;
  batch.problems.push({ line, title, said, used: false });
}

const lineEndsIn = (record: string[]) =>
  record.reduce((total, field) => total + (field.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
