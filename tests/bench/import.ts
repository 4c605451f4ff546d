import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { viewerForPerson } from '#app/access/membership.server.ts';
import { readImport } from '#app/shelves/imports/commands/read-import.server.ts';
import { receiveExport } from '#app/shelves/imports/commands/receive-export.server.ts';
import { importOf } from '#app/shelves/imports/queries/imports.server.ts';
import { closeDatabase, databaseUrl, db, unhurried } from '#db/database.server.ts';
import { migrateDatabase } from '#db/migrate.ts';

const MB = 1024 * 1024;

/**
 * What it costs to import an export of so many books, and the same file once more: in this process,
 * as the worker does it, over an empty database that DATABASE_URL names.
 */
export async function importCosts(rows: number) {
  await migrateDatabase(databaseUrl());
  const { id } = await db
    .insertInto('person')
    .values({
      ...{ name: 'Noor', email: 'noor@example.org', time_zone: 'Europe/Lisbon' },
      password_hash: 'none',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const file = exportOf(rows);
  const first = await importOnce(id, file);
  const again = await importOnce(id, file);
  await closeDatabase();
  return { rows, fileKB: Math.round(file.length / 1024), first, again };
}

async function importOnce(personId: number, file: Buffer) {
  const viewer = await viewerForPerson(personId);
  if (!viewer) throw new Error('nobody');
  await settle();
  const before = process.memoryUsage();
  const peak = { rss: 0, heap: 0 };
  const look = setInterval(() => {
    const now = process.memoryUsage();
    peak.rss = Math.max(peak.rss, now.rss - before.rss);
    peak.heap = Math.max(peak.heap, now.heapUsed - before.heapUsed);
  }, 5);
  const startedAt = performance.now();
  const received = await receiveExport(viewer, crypto.randomUUID(), {
    name: 'export.csv',
    data: pieces(file),
  });
  if (!received.ok) throw new Error(`refused: ${received.reason}`);
  const storedAt = performance.now();
  await unhurried(() => readImport(received.importId));
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(look);
  await sql`select graphile_worker.remove_job(${`read-shelf-import-${received.importId}`})`.execute(
    db,
  );
  const done = await importOf(viewer, received.importId);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    seconds: round(seconds),
    ofThatReceiving: round((storedAt - startedAt) / 1000),
    rowsPerSecond: Math.round((done?.rows.read ?? 0) / seconds),
    new: done?.rows.new,
    same: done?.rows.same,
    refused: done?.rows.refused,
    peakRssMB: round(peak.rss / MB),
    peakHeapMB: round(peak.heap / MB),
  };
}

async function settle() {
  globalThis.gc?.();
  await pause(200);
}

async function* pieces(file: Buffer) {
  for (let at = 0; at < file.length; at += 64 * 1024) yield file.subarray(at, at + 64 * 1024);
}

/** A Goodreads export of books with ISBNs, dates, reviews of a few lines and awkward titles. */
function exportOf(rows: number): Buffer {
  const lines = [
    'Book Id,Title,Author,ISBN,ISBN13,My Rating,Number of Pages,Date Read,Date Added,Exclusive Shelf,My Review',
  ];
  for (let at = 0; at < rows; at++) {
    const stem = `978${String(100_000_000 + at * 7)}`;
    const sum = [...stem].reduce(
      (total, digit, place) => total + Number(digit) * (place % 2 ? 3 : 1),
      0,
    );
    const isbn = `${stem}${(10 - (sum % 10)) % 10}`;
    const state = ['read', 'to-read', 'currently-reading'][at % 3];
    const day = `20${10 + (at % 15)}/0${1 + (at % 9)}/1${at % 10}`;
    lines.push(
      `${at},"Volume ${at}, or ""What We Learned"" (A Series #${at})",Writer ${at % 900},,"=""${isbn}""",4,${120 + (at % 500)},${state === 'read' ? day : ''},${day},${state},"A thought,\nand another. ${'Words. '.repeat(20)}"`,
    );
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}
