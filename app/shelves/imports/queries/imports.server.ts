import type { Viewer } from '#app/access/proofs.ts';
import type { Source } from '#app/shelves/imports/rules/export-head.ts';
import type { RefusedReason, RemarkReason } from '#app/shelves/imports/rules/export-row.ts';
import { db } from '#db/database.server.ts';
import { keptStatement } from '#db/kept-statement.server.ts';

/** Nothing was written for so long that whoever read it has gone. */
const STILL_MS = 60_000;

export interface ImportView {
  id: number;
  fileName: string;
  source: Source;
  /** ISO */
  sentAt: string;
  state: 'waits' | 'runs' | 'stands-still' | 'done' | 'undone';
  bytes: number;
  bytesRead: number;
  rows: {
    read: number;
    new: number;
    changed: number;
    same: number;
    refused: number;
    remarked: number;
    /** of a book that another row has too */
    merged: number;
  };
}

export interface ImportProblem {
  line: number;
  title: string;
  reason: RefusedReason | RemarkReason;
  detail: string;
  used: boolean;
}

const imports = ({ personId }: Pick<Viewer, 'personId'>) =>
  db
    .selectFrom('shelf_import')
    .select(['id', 'file_name', 'source', 'sent_at', 'bytes', 'bytes_read'])
    .select(['rows_read', 'rows_new', 'rows_changed', 'rows_same', 'rows_refused', 'rows_remarked'])
    .select('rows_merged')
    .select(['read_at', 'finished_at', 'undone_at'])
    .where('person_id', '=', personId);

type Row = Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>;

const latest = keptStatement((of: Pick<Viewer, 'personId'>) =>
  imports(of).orderBy('id', 'desc').limit(10),
);

/** The viewer's latest imports. */
export async function importsOf(viewer: Viewer, now = new Date()): Promise<ImportView[]> {
  const rows = await latest(viewer);
  return rows.map((row) => asImport(row, now));
}

/** One of the viewer's imports. */
export async function importOf(
  viewer: Viewer,
  importId: number,
  now = new Date(),
): Promise<ImportView | null> {
  const row = await imports(viewer).where('id', '=', importId).executeTakeFirst();
  return row ? asImport(row, now) : null;
}

/** The rows of an import that were not used, or not wholly, in the order of the file. */
export async function problemsOf(viewer: Viewer, importId: number): Promise<ImportProblem[]> {
  const rows = await db
    .selectFrom('shelf_import_problem as problem')
    .innerJoin('shelf_import', 'shelf_import.id', 'problem.import_id')
    .select(['problem.line', 'problem.title', 'problem.reason', 'problem.detail', 'problem.used'])
    .where('shelf_import.person_id', '=', viewer.personId)
    .where('problem.import_id', '=', importId)
    .orderBy('problem.line')
    .execute();
  return rows as ImportProblem[];
}

function asImport(row: Row, now: Date): ImportView {
  const last = row.read_at ?? row.sent_at;
  const still = now.getTime() - last.getTime() > STILL_MS;
  return {
    id: row.id,
    fileName: row.file_name,
    source: row.source as Source,
    sentAt: row.sent_at.toISOString(),
    state: row.undone_at
      ? 'undone'
      : row.finished_at
        ? 'done'
        : still
          ? 'stands-still'
          : row.read_at
            ? 'runs'
            : 'waits',
    bytes: row.bytes,
    bytesRead: row.bytes_read,
    rows: {
      read: row.rows_read,
      new: row.rows_new,
      changed: row.rows_changed,
      same: row.rows_same,
      refused: row.rows_refused,
      remarked: row.rows_remarked,
      merged: row.rows_merged,
    },
  };
}
