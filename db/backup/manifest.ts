import { z } from 'zod';

/** The version of the form below; raised when an older Octavo could not read it any more. */
export const FORMAT = 1;

/** Where a backup says what it holds; the last entry of the file, written when all else is known. */
export const MANIFEST_FILE = 'octavo-backup.json';
export const JOBS = 'jobs.ndjson';

const Entry = z.object({
  file: z.string(),
  rows: z.number().int().min(0),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const Table = Entry.extend({ name: z.string(), columns: z.array(z.string()) });

const Sequence = z.object({
  table: z.string(),
  column: z.string(),
  /** the next identity that was free */
  next: z.number().int(),
});

/** What is read before anything else, and alone decides whether this Octavo can go on reading. */
export const ManifestHead = z.object({
  format: z.literal('octavo-backup'),
  version: z.number().int(),
  /** the newest migration of the database it was taken from */
  migration: z.string(),
  /** ISO 8601, UTC */
  madeAt: z.string(),
});

/** The contents of a backup: tables as PostgreSQL's COPY text, waiting jobs a JSON line each. */
export const Manifest = ManifestHead.extend({
  version: z.literal(FORMAT),
  /** PostgreSQL's server_version, for the record */
  postgres: z.string(),
  tables: z.array(Table),
  sequences: z.array(Sequence),
  jobs: Entry,
});

export type Manifest = z.infer<typeof Manifest>;
export type BackupEntry = z.infer<typeof Entry>;
export type BackupTable = z.infer<typeof Table>;
export type BackupSequence = z.infer<typeof Sequence>;
