import { sql } from 'kysely';
import { databaseUrl, db } from '#db/database.server.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { migrations } from '#db/migrations/all.ts';
import { quoted } from './database-refusal.ts';
import { StartRefused } from './start-refused.ts';

/**
 * Brings the database to the schema of this Octavo.
 * @param words which database, for a refusal
 * @throws StartRefused when it is not ours to change: of a newer Octavo, or of something else
 */
export async function bringUpToDate(words: string): Promise<void> {
  await changeDatabase(words, () => migrateDatabase(databaseUrl()));
}

/**
 * Does something that makes tables in the database, by the rules of a start.
 * @throws StartRefused as bringUpToDate; whatever else `change` throws
 */
export async function changeDatabase<T>(words: string, change: () => Promise<T>): Promise<T> {
  const found = await whatIsThere();
  const refuse = (complaint: string) => new StartRefused(`The database ${words} ${complaint}`);
  const { applied } = found;
  const unknown = applied.find((name) => !(name in migrations));
  if (unknown && applied.some((name) => name in migrations)) {
    throw refuse(
      `belongs to a newer Octavo: this one does not know ${unknown}. Start that version, or one after it.`,
    );
  }
  const foreign = unknown ? 'kysely_migration' : applied.length === 0 && found.table;
  if (foreign) {
    throw refuse(
      `holds tables of something else already (${foreign}), and Octavo needs one of its own. Make it (CREATE DATABASE octavo OWNER ${quoted(found.user)};) and name it in DATABASE_URL.`,
    );
  }
  try {
    return await change();
  } catch (error) {
    const complaint = missingRight(error, found);
    throw complaint ? refuse(complaint) : error;
  }
}

interface Found {
  user: string;
  database: string;
  /** where tables would be made; null when there is none that this user may use */
  schema: string | null;
  /** names of migrations */
  applied: string[];
  /** one that is there and is not part of an extension or of how migrations are kept */
  table: string | null;
}

async function whatIsThere(): Promise<Found> {
  const { rows } = await sql<Omit<Found, 'applied'> & { migrated: boolean }>`
    select current_user as user, current_database() as database, current_schema() as schema,
           to_regclass(quote_ident(current_schema()) || '.kysely_migration') is not null as migrated,
           (select relname from pg_class
             where relnamespace = to_regnamespace(quote_ident(current_schema()))
               and relkind in ('r', 'p')
               and relname not in ('kysely_migration', 'kysely_migration_lock')
               and not exists (select from pg_depend
                 where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
             order by relname limit 1) as table`.execute(db);
  const [found] = rows;
  if (!found) throw new Error('The database did not say what it holds.');
  const { migrated, ...rest } = found;
  const applied = migrated
    ? await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
    : { rows: [] };
  return { ...rest, applied: applied.rows.map(({ name }) => name) };
}

/** What PostgreSQL (codes of its appendix A) does not let this user do. */
function missingRight(error: unknown, { user, database, schema }: Found): string | null {
  const { code, message } = error as Error & { code?: string };
  const owner = `ALTER DATABASE ${quoted(database)} OWNER TO ${quoted(user)};`;
  if (code === '42501') {
    // From version 15 on, the owner of a database has the rights on its schema public, too.
    const remedy =
      schema === 'public' || !/schema/.test(message)
        ? owner
        : `GRANT ALL ON SCHEMA ${quoted(schema ?? 'public')} TO ${quoted(user)};`;
    return `does not let ${user} make tables (${message}). Run there, as a superuser: ${remedy}`;
  }
  if (code === '3F000') {
    return `has no schema in which ${user} may make tables. Run there: CREATE SCHEMA public AUTHORIZATION ${quoted(user)};`;
  }
  if (code === '25006') {
    return 'can only be read: it is a copy of another one. Name the primary server in DATABASE_URL.';
  }
  return null;
}
