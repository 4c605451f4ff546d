import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { MOST_UNCLOSED } from '#app/shelves/rules.ts';
import { db } from '#db/database.server.ts';
import { isSeparatorLine } from './export-head.ts';

/** A row of a CSV file that was sent: its fields, or why they could not be read. */
export type CsvRow = (
  | { record: string[] }
  | { record: null; reason: 'unclosed-quote' | 'unclosed-quotes' }
) & {
  /** the line it begins on */
  line: number;
  /** of the file, up to its end */
  bytes: number;
};

interface Place {
  bytes: number;
  lines: number;
}

interface Sent {
  uploadId: string;
  delimiter: string;
}

const BEGINNING: Place = { bytes: 0, lines: 0 };

/**
 * The rows of a file that was sent, as csv-parse reads them, the header first. A quote that never
 * closes, or only at the next one many lines on, would swallow good rows: its line is given up and
 * reading begins again with the next, `MOST_UNCLOSED` times at most, since each time may read the
 * rest of the file.
 */
export async function* csvRows(sent: Sent): AsyncGenerator<CsvRow> {
  let from = BEGINNING;
  let columns = 0;
  for (let unclosed = 0; ; unclosed++) {
    const mayGiveUp = unclosed < MOST_UNCLOSED;
    let end = from;
    let isWhole = true;
    const records = recordsFrom(sent, from, () => {
      isWhole = false;
    });
    for await (const { record, info } of records) {
      const lineEnds = lineEndsIn(record);
      if (columns === 0 && !isSeparatorLine(record)) columns = record.length;
      if (lineEnds > 0 && record.length !== columns && mayGiveUp) {
        isWhole = false;
        break;
      }
      end = { bytes: from.bytes + info.bytes, lines: from.lines + info.lines };
      yield { record, line: end.lines - lineEnds, bytes: end.bytes };
    }
    if (isWhole) return;
    from = await lineAfter(sent, end);
    // Without a header the rows that follow have no names.
    const isLast = !mayGiveUp || columns === 0;
    const reason = isLast ? 'unclosed-quotes' : 'unclosed-quote';
    yield { record: null, reason, line: from.lines, bytes: from.bytes };
    if (isLast) return;
  }
}

interface CsvRecord {
  record: string[];
  /** the line it ends on, and the bytes up to there */
  info: Place;
}

/** A failure of either end comes out of the iteration; a quote that never closes ends it. */
function recordsFrom(
  sent: Sent,
  { bytes }: Place,
  onUnclosed: () => void,
): AsyncIterable<CsvRecord> {
  const file = Readable.from(piecesFrom(sent, bytes));
  const parser = parse({
    delimiter: sent.delimiter,
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // As an error it would take with it the records that are read and wait to be taken.
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error?.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
      onUnclosed();
      return undefined;
    },
  });
  file.on('error', (error) => parser.destroy(error));
  return file.pipe(parser);
}

/** Where the line after the next one that is not empty begins. */
async function lineAfter(sent: Sent, { bytes, lines }: Place): Promise<Place> {
  let isEmpty = true;
  let isAfterReturn = false;
  for await (const piece of piecesFrom(sent, bytes)) {
    for (const byte of piece) {
      if (isAfterReturn && byte !== NEW_LINE) {
        lines++;
        if (!isEmpty) return { bytes, lines };
      }
      isAfterReturn = byte === RETURN;
      bytes++;
      if (byte === NEW_LINE) {
        lines++;
        if (!isEmpty) return { bytes, lines };
      } else if (byte !== RETURN) isEmpty = false;
    }
  }
  return { bytes, lines: lines + 1 };
}

const NEW_LINE = 10;
const RETURN = 13;

async function* piecesFrom({ uploadId }: Sent, start: number): AsyncGenerator<Buffer> {
  let passed = 0;
  for (let position = 0; ; position++) {
    const piece = await db
      .selectFrom('shelf_import_chunk')
      .select('bytes')
      .where('upload_id', '=', uploadId)
      .where('position', '=', position)
      .executeTakeFirst();
    if (!piece) return;
    const before = Math.max(start - passed, 0);
    passed += piece.bytes.length;
    if (before < piece.bytes.length) yield piece.bytes.subarray(before);
  }
}

const lineEndsIn = (record: string[]) =>
  record.reduce((total, field) => total + (field.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
