import type { Client } from 'pg';
import { TABLES } from '../schema.ts';
import type { BackupSequence } from './manifest.ts';

export interface TableColumns {
  name: string;
  columns: string[];
}

// Not the migrator's own records, nor what somebody else keeps in the same schema.
const OURS = `n.nspname = current_schema() and c.relkind = 'r' and c.relname = any($1)`;

/** Octavo's tables with the columns that hold data, by name. */
export async function tablesOf(client: Client): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns>(
    `
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
     where ${OURS} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname order by c.relname`,
    [TABLES],
  );
  return rows;
}

/** The identities that are handed out next, one for each table that numbers its rows. */
export async function sequencesOf(client: Client): Promise<BackupSequence[]> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `
    select c.relname as table, a.attname as column,
           pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
     where ${OURS} and a.attnum > 0 and not a.attisdropped
       and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null
     order by c.relname`,
    [TABLES],
  );
  const sequences: BackupSequence[] = [];
  for (const { table, column, sequence } of rows) {
    const { rows: at } = await client.query<{ next: string }>(
      `select case when is_called then last_value + 1 else last_value end as next from ${sequence}`,
    );
    sequences.push({ table, column, next: Number(at[0]?.next) });
  }
  return sequences;
}

/** The newest migration of this database; null when it is not Octavo's. */
export async function migrationOf(client: Client): Promise<string | null> {
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass(quote_ident(current_schema()) || '.kysely_migration') is not null as there`,
  );
  if (!there[0]?.there) return null;
  const { rows } = await client.query<{ name: string }>(
    'select name from kysely_migration order by timestamp desc, name desc limit 1',
  );
  return rows[0]?.name ?? null;
}
