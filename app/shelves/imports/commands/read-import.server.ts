import {
  type Batch,
  type ImportInHand,
  writeBatch,
} from '#app/shelves/imports/rows/write-import-batch.server.ts';
import { csvRows } from '#app/shelves/imports/rules/csv-rows.server.ts';
import { type DayOrder, orderIn } from '#app/shelves/imports/rules/export-dates.ts';
import { isSeparatorLine, type Source } from '#app/shelves/imports/rules/export-head.ts';
import { datesOf, type RowRead, rowReader } from '#app/shelves/imports/rules/export-row.ts';
import { SameBooks } from '#app/shelves/imports/rules/merge-rows.ts';
import { MOST_ROWS, ROWS_A_BATCH } from '#app/shelves/rules.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';

/**
 * Reads an export that was sent onto its owner's shelf, a batch in a transaction. The file is read
 * twice: what a row means can depend on one that comes after it. In memory is never more of it than
 * a piece, a row, and what tells its books apart. Begun anew after a crash, it goes on behind the last
 * batch that was written, and the result is the same. Of two at once, the one that finds itself
 * overtaken ends.
 */
export async function readImport(importId: number): Promise<void> {
  const work = await begin(importId);
  if (!work) return;
  const file = await look(work);
  let isHead = true;
  let batch = emptyBatch(0);
  const write = async (last: boolean) => {
    const goesOn = await writeBatch(work, batch, last);
    batch = emptyBatch(batch.after + batch.rows, batch.bytesRead);
    return goesOn;
  };
  for await (const row of csvRows(work)) {
    if (row.record && isHead) {
      isHead = isSeparatorLine(row.record);
      continue;
    }
    batch.rows++;
    batch.bytesRead = row.bytes;
    if (!row.record) refuse(batch, row.line, '', { reason: row.reason, detail: '' });
    else take(batch, row.line, file.rowOf(row.record), file.same);
    if (batch.rows >= ROWS_A_BATCH && !(await write(false))) return;
  }
  await write(true);
}

/** The whole file before it is written: how it writes its dates, which of its rows are one book. */
async function look(work: ImportInHand) {
  const first = await lookWith(work, null);
  // Only a spreadsheet leaves dates whose day and month the others have to tell apart.
  return first.order === null ? first : lookWith(work, first.order);
}

async function lookWith(work: ImportInHand, order: DayOrder) {
  const { source, today } = work;
  const orders = new Set<DayOrder>();
  const same = new SameBooks();
  let header: string[] | undefined;
  let rowOf = rowReader(source, [], { today, order });
  for await (const { record, line } of csvRows(work)) {
    if (!record) continue;
    if (!header) {
      if (isSeparatorLine(record)) continue;
      header = record.map((name) => name.trim());
      rowOf = rowReader(source, header, { today, order });
      continue;
    }
    for (const date of datesOf(source, header, record)) orders.add(orderIn(date));
    const row = rowOf(record);
    if (row.ok) same.add(line, row.book);
  }
  orders.delete(null);
  const [found = null] = orders.size === 1 ? orders : [];
  return { rowOf, same, order: found };
}

/** What is to be read; null when it has been. */
async function begin(importId: number): Promise<ImportInHand | null> {
  const row = await db
    .updateTable('shelf_import')
    .set((eb) => ({ read_at: eb.fn.coalesce('read_at', eb.val(new Date())) }))
    .where('id', '=', importId)
    .where('finished_at', 'is', null)
    .returning(['person_id', 'upload_id', 'source', 'delimiter', 'sent_at', 'rows_read'])
    .returning(({ selectFrom }) =>
      selectFrom('person')
        .select('time_zone')
        .whereRef('person.id', '=', 'shelf_import.person_id')
        .$asScalar()
        .$notNull()
        .as('zone'),
    )
    .executeTakeFirst();
  return row
    ? {
        id: importId,
        personId: row.person_id,
        uploadId: row.upload_id,
        source: row.source as Source,
        delimiter: row.delimiter,
        // The day it was sent, where its owner is; not that of a later try: the result is the same.
        today: todayIn(row.zone, row.sent_at),
        rowsWritten: row.rows_read,
      }
    : null;
}

const emptyBatch = (after: number, bytesRead = 0): Batch => ({
  ...{ after, bytesRead, rows: 0, refused: 0, remarked: 0, merged: 0 },
  books: [],
  problems: [],
});

function take(batch: Batch, line: number, row: RowRead, same: SameBooks): void {
  const count = batch.after + batch.rows;
  if (count > MOST_ROWS) {
    // One line speaks for all that follow.
    if (count > MOST_ROWS + 1) batch.refused++;
    else refuse(batch, line, '', { reason: 'too-many-rows', detail: '' });
  } else if (row.ok) {
    const merged = same.at(line);
    if (merged && merged.line !== line) {
      batch.merged++;
      const said = { reason: 'merged' as const, detail: String(merged.line) };
      batch.problems.push({ line, title: row.book.title, said, used: true });
    } else batch.books.push({ line, book: merged?.book ?? row.book });
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
