/**
 * Writes db/schema.ts from a freshly migrated database, its types and the names of Octavo's own
 * tables; with --check, fails when it differs.
 * Uses TEST_DATABASE_URL's server when set, else a bundled PostgreSQL in a temporary folder.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startBundledPostgres } from './bundled-postgres.ts';
import { connect } from './database.server.ts';
import { migrateToLatest } from './migrate.ts';

/** A person's own rows, each of which says which circle it is about. */
const OF_A_PERSON = [
  ...['inbox_item', 'message', 'ask', 'ask_reach', 'season_question'],
  'calendar_feed',
];
const schemaFile = path.join(import.meta.dirname, 'schema.ts');
const work = await mkdtemp(path.join(tmpdir(), 'octavo-schema-'));
const server = process.env.TEST_DATABASE_URL
  ? { ownerUrl: process.env.TEST_DATABASE_URL, stop: async () => {} }
  : await startBundledPostgres({ dataDir: path.join(work, 'postgres'), log: () => {} });

const name = `octavo_schema_${process.pid}`;
const url = new URL(server.ownerUrl);
url.pathname = `/${name}`;
const admin = new pg.Client({ connectionString: server.ownerUrl });
await admin.connect();
let status = 0;
try {
  await admin.query(`create database ${name}`);
  const { pool, db } = connect(url.href, 2);
  await migrateToLatest(db, pool);
  await db.destroy();
  const out = path.join(work, 'schema.ts');
  const codegen = spawnSync(
    process.execPath,
    [
      path.join(import.meta.dirname, '../node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect=postgres',
      `--url=${url.href}`,
      `--out-file=${out}`,
      '--exclude-pattern=kysely_*',
      '--type-mapping={"int8":"number","date":"string"}',
      '--log-level=error',
    ],
    { stdio: 'inherit' },
  );
  if (codegen.status !== 0) throw new Error('kysely-codegen failed');
  const generated = withTables(await readFile(out, 'utf8'));
  const committed = await readFile(schemaFile, 'utf8').catch(() => '');
  if (process.argv.includes('--check')) {
    if (generated !== committed) {
      console.error('db/schema.ts differs from the migrated database. Run: npm run schema');
      status = 1;
    }
  } else {
    await writeFile(schemaFile, generated);
  }
} finally {
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
  await server.stop();
  await rm(work, { recursive: true, force: true });
}
process.exit(status);

/**
 * A database may hold others' tables beside ours: a backup takes and replaces only these. Those of
 * a circle are asked for by their circle.
 */
function withTables(types: string): string {
  const [, all = ''] = /export interface DB \{\n([^}]*)\}/.exec(types) ?? [];
  const tables = [...all.matchAll(/^ {2}(\w+): (\w+);/gm)];
  const sayingCircle = tables.filter(([, , type]) =>
    new RegExp(`export interface ${type} \\{[^}]*\\n {2}circle_id: `).test(types),
  );
  const isOfPerson = ([, table = '']: RegExpMatchArray) => OF_A_PERSON.includes(table);
  const ofCircle = sayingCircle.filter((table) => !isOfPerson(table));
  const ofPerson = sayingCircle.filter(isOfPerson);
  return [
    types,
    listOf('TABLES', tables),
    listOf('CIRCLE_TABLES', ofCircle),
    listOf('TABLES_NAMING_A_CIRCLE', ofPerson),
  ].join('\n');
}

function listOf(name: string, tables: RegExpMatchArray[]): string {
  return `export const ${name} = [\n${tables.map(([, table]) => `  '${table}',\n`).join('')}] as const;\n`;
}
