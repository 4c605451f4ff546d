import pg from 'pg';

/** What keeps rows from arriving in any order, to be put back when they are all there. */
export interface Guards {
  tables: string[];
  foreignKeys: { table: string; name: string; definition: string }[];
}

/**
 * Takes the foreign keys off these tables and silences their triggers, in the client's transaction.
 * Tables refer to each other in circles, so no order of filling them would do; nothing but the
 * ownership of the tables is needed for it.
 */
export async function dropForeignKeys(client: pg.Client, tables: string[]): Promise<Guards> {
  const { rows: foreignKeys } = await client.query<Guards['foreignKeys'][number]>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k
       join pg_class c on c.oid = k.conrelid
       join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and n.nspname = current_schema() and c.relname = any($1)
      order by c.relname, k.conname`,
    [tables],
  );
  for (const { table, name } of foreignKeys) {
    await client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`);
  }
  for (const table of tables) {
    await client.query(`alter table ${quoted(table)} disable trigger user`);
  }
  return { tables, foreignKeys };
}

/** Puts them back. @throws PostgreSQL's error when the rows do not belong together */
export async function putConstraintsBack(
  client: pg.Client,
  { tables, foreignKeys }: Guards,
): Promise<void> {
  for (const { table, name, definition } of foreignKeys) {
    await client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`);
  }
  for (const table of tables) {
    await client.query(`alter table ${quoted(table)} enable trigger user`);
  }
}

const quoted = (name: string) => pg.escapeIdentifier(name);
