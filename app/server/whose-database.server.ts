import { sql } from 'kysely';
import { db } from '#db/database.server.ts';
import { migrations } from '#db/migrations/all.ts';
import { quoted } from './database-refusal.ts';
import { StartRefused } from './start-refused.ts';

export interface DatabaseFound {
  user: string;
  database: string;
  /** where tables are made */
  schema: string;
}

/**
 * Sees to it that the database is Octavo's or empty. Another schema may hold what it likes, but the
 * job queue's has one name in a database.
 * @param words which database, for a refusal
 * @throws StartRefused when it is not ours to change: of a newer Octavo, or of something else
 */
export async function requireOurs(words: string): Promise<DatabaseFound> {
  const refuse = (complaint: string) => new StartRefused(`The database ${words} ${complaint}`);
  const { applied, table, queue, schema, wanted, ...who } = await whatIsThere(words);
  if (!schema) {
    throw refuse(
      `has no schema in which ${who.user} may make tables. Run there: CREATE SCHEMA ${quoted(wanted)} AUTHORIZATION ${quoted(who.user)};`,
    );
  }
  const own = `Make it (CREATE DATABASE octavo OWNER ${quoted(who.user)};) and name it in DATABASE_URL.`;
  const unknown = applied.find((name) => !(name in migrations));
  if (unknown && applied.some((name) => name in migrations)) {
    throw refuse(
      `belongs to a newer Octavo: this one does not know ${unknown}. Start that version, or one after it.`,
    );
  }
  const foreign = unknown ? 'kysely_migration' : applied.length === 0 && table;
  if (foreign) {
    throw refuse(
      `holds tables of something else already (${foreign}), and Octavo needs one of its own. ${own}`,
    );
  }
  if (queue && applied.length === 0) {
    throw refuse(
      `holds a job queue already (the schema graphile_worker), of something else or of an Octavo in another schema, and Octavo needs one of its own. ${own}`,
    );
  }
  return { ...who, schema };
}

interface Holding {
  user: string;
  database: string;
  /** null when there is none that this user may use */
  schema: string | null;
  /** the schema that is looked for first, whether or not it is there */
  wanted: string;
  /** names of migrations */
  applied: string[];
  /** a table or a view that is there and is not part of an extension or of how migrations are kept */
  table: string | null;
  queue: boolean;
}

async function whatIsThere(words: string): Promise<Holding> {
  const { rows } = await sql<
    Omit<Holding, 'applied' | 'wanted'> & { path: string; migrated: boolean }
  >`
    select current_user as user, current_database() as database, current_schema() as schema,
           current_setting('search_path') as path,
           to_regclass(quote_ident(current_schema()) || '.kysely_migration') is not null as migrated,
           to_regnamespace('graphile_worker') is not null as queue,
           (select relname from pg_class
             where relnamespace = to_regnamespace(quote_ident(current_schema()))
               and relkind in ('r', 'p', 'v', 'm', 'f')
               and relname not in ('kysely_migration', 'kysely_migration_lock')
               and not exists (select from pg_depend
                 where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
             order by relname limit 1) as table`.execute(db);
  const [found] = rows;
  if (!found) throw new Error('The database did not say what it holds.');
  const { migrated, path, ...rest } = found;
  const wanted = path.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  return {
    ...rest,
    wanted: wanted.find((name) => name && name !== '$user') ?? 'public',
    applied: migrated ? await migrationsOf(words, found.user) : [],
  };
}

async function migrationsOf(words: string, user: string): Promise<string[]> {
  try {
    const applied = sql<{ name: string }>`select name from kysely_migration order by name`;
    return (await applied.execute(db)).rows.map(({ name }) => name);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new StartRefused(
      `The database ${words} holds tables that ${user} may not read (${(error as Error).message}). Name the user whose they are in DATABASE_URL.`,
    );
  }
}

/**
 * What PostgreSQL (codes of its appendix A) does not let this user do, as a refusal with what to run;
 * any other error as it is.
 */
export function inWords(error: unknown, words: string, { user, database, schema }: DatabaseFound) {
  const { code, message } = error as Error & { code?: string };
  const refuse = (complaint: string) => new StartRefused(`The database ${words} ${complaint}`);
  const owner = `ALTER DATABASE ${quoted(database)} OWNER TO ${quoted(user)};`;
  if (code === '42501') {
    // From version 15 on, the owner of a database has the rights on its schema public, too.
    const remedy =
      schema === 'public' || !/schema/.test(message)
        ? owner
        : `GRANT ALL ON SCHEMA ${quoted(schema)} TO ${quoted(user)};`;
    return refuse(
      `does not let ${user} make tables (${message}). Run there, as a superuser: ${remedy}`,
    );
  }
  if (code === '25006') {
    return refuse(
      'can only be read: it is a copy of another one. Name the primary server in DATABASE_URL.',
    );
  }
  return error;
}
