import {
  type Batch,
  type ImportInHand,
  writeBatch,
} from '#app/shelves/imports/rows/write-import-batch.server.ts';
import { csvRows } from '#app/shelves/imports/rules/csv-rows.server.ts';
import type { Source } from '#app/shelves/imports/rules/export-head.ts';
import { type RowRead, rowReader } from '#app/shelves/imports/rules/export-row.ts';
import { MOST_ROWS, ROWS_A_BATCH } from '#app/shelves/rules.ts';
import { db } from '#db/database.server.ts';

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
  const write = async (last: boolean) => {
    const goesOn = await writeBatch(work, batch, last);
    batch = emptyBatch(batch.after + batch.rows, batch.bytesRead);
    return goesOn;
  };
  for await (const row of csvRows(work)) {
    if (row.record && !rowOf) {
      const header = row.record.map((name) => name.trim());
      rowOf = rowReader(work.source, header, work.today);
      continue;
    }
    batch.rows++;
    batch.bytesRead = row.bytes;
    if (!row.record) refuse(batch, row.line, '', { reason: row.reason, detail: '' });
    else if (rowOf) take(batch, row.line, rowOf(row.record));
    if (batch.rows >= ROWS_A_BATCH && !(await write(false))) return;
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
