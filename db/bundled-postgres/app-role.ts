import pg from 'pg';
import { OWNER } from '#db/bundled-postgres/cluster.ts';
import { DatabaseStartError } from '#db/bundled-postgres/error.ts';

/** Whom the application and its migrations connect as. It owns its database and nothing else. */
export const APP_ROLE = 'octavo_app';

const ATTRIBUTES = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
const LOCK_MS = 30_000;

const isOurs = (schema: string) => `${schema} !~ '^pg_' AND ${schema} <> 'information_schema'`;
const isPartOf = (catalog: string, oid: string, kinds: string) => `EXISTS (
  SELECT FROM pg_depend
   WHERE classid = '${catalog}'::regclass AND objid = ${oid} AND deptype IN (${kinds}))`;

/**
 * One statement for each thing that the owner of the cluster has in this database. A sequence of a
 * column and the type of a table follow their table; members of an extension stay with it.
 */
const HANDING_OVER = `
WITH mine AS (SELECT oid FROM pg_roles WHERE rolname = '${OWNER}')
SELECT format('ALTER SCHEMA %I OWNER TO ${APP_ROLE}', nspname) AS statement
  FROM pg_namespace
 WHERE nspowner = (TABLE mine) AND ${isOurs('nspname')}
UNION ALL
SELECT format('ALTER %s %s OWNER TO ${APP_ROLE}',
         CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW'
           WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END, c.oid::regclass)
  FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
 WHERE relowner = (TABLE mine) AND ${isOurs('nspname')} AND relkind IN ('r', 'p', 'S', 'v', 'm')
   AND NOT ${isPartOf('pg_class', 'c.oid', "'a', 'i', 'e'")}
UNION ALL
SELECT format('ALTER ROUTINE %s OWNER TO ${APP_ROLE}', p.oid::regprocedure)
  FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
 WHERE proowner = (TABLE mine) AND ${isOurs('nspname')}
   AND NOT ${isPartOf('pg_proc', 'p.oid', "'e'")}
UNION ALL
SELECT format('ALTER TYPE %s OWNER TO ${APP_ROLE}', t.oid::regtype)
  FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace LEFT JOIN pg_class c ON c.oid = typrelid
 WHERE typowner = (TABLE mine) AND ${isOurs('nspname')}
   AND (typtype IN ('e', 'd', 'r') OR relkind = 'c')
   AND NOT ${isPartOf('pg_type', 't.oid', "'e'")}`;

/**
 * Sees to it that the application's role exists with this password, may do nothing beyond its own
 * database, and owns everything in that. All at once or not at all, and again at every start: a
 * folder that an older Octavo made belongs to the owner of the cluster throughout.
 * @param url of the application's database, as the owner of the cluster
 * @throws DatabaseStartError
 */
export async function ensureAppRole(url: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    // Nothing that the application may have put into its database speaks for the owner here.
    await client.query(`BEGIN; SET LOCAL search_path = ''; SET LOCAL lock_timeout = ${LOCK_MS}`);
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
    await client.query(
      `${rowCount ? 'ALTER' : 'CREATE'} ROLE ${APP_ROLE} ${ATTRIBUTES} PASSWORD '${password}'`,
    );
    const { database } = client;
    await client.query(
      `ALTER DATABASE ${pg.escapeIdentifier(database ?? '')} OWNER TO ${APP_ROLE}`,
    );
    const { rows } = await client.query<{ statement: string }>(HANDING_OVER);
    for (const { statement } of rows) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseStartError(`The database could not be given to the application: ${reason}.`);
  } finally {
    await client.end();
  }
}
