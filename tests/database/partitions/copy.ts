import pg from 'pg';
import { CIRCLE_TABLES, TABLES_NAMING_A_CIRCLE } from '#db/schema.ts';

const PARTITIONS = 16;
const SCHEMA = 'parted';
const UNIQUE = '23505';

interface Asked {
  text: string;
  values: unknown[];
}

export interface Touched {
  table: string;
  count: number;
}

/**
 * A copy of what circles own, in partitions by the hash of the circle; the rest stays where it is.
 * Foreign keys are left out. A unique key without the circle has it in front: partitions cannot keep
 * the other.
 */
export async function partitionedCopy(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema ${SCHEMA}`);
  const widened: string[] = [];
  for (const table of CIRCLE_TABLES) widened.push(...(await copy(client, table)));
  // A person's own rows go by the person; copied for their foreign keys, which lead to no partition.
  for (const table of TABLES_NAMING_A_CIRCLE) {
    await client.query(`create table ${SCHEMA}.${table} (like public.${table} including all)`);
    await client.query(
      `insert into ${SCHEMA}.${table} overriding system value select * from public.${table}`,
    );
  }
  await client.query(`set search_path = ${SCHEMA}, public`);
  await client.query('analyze');
  // Otherwise a join goes by the circle or not, as there are few rows or many.
  await client.query('set enable_nestloop = off');
  return {
    /** the unique keys that lack the circle, as `table (columns)` */
    widened: widened.sort(),
    /**
     * Runs a statement on the copy and takes it back.
     * @returns how many partitions it touches of each table, those of which it touches most first
     */
    async touched({ text, values }: Asked): Promise<Touched[]> {
      await client.query('begin');
      try {
        const explain = `explain (analyze, costs off, timing off, format json) ${withCircleInConflict(text)}`;
        const { rows } = await client.query(explain, values);
        return touchedBy(rows[0]['QUERY PLAN'][0].Plan);
      } catch (error) {
        // A row that is there already went where its circle is.
        if ((error as pg.DatabaseError).code === UNIQUE) return [];
        throw new Error(`${(error as Error).message}:\n${text}`);
      } finally {
        await client.query('rollback');
      }
    },
    end: () => client.end(),
  };
}

/** @returns the unique keys that had to be widened */
async function copy(client: pg.Client, table: string): Promise<string[]> {
  const to = `${SCHEMA}.${table}`;
  await client.query(
    `create table ${to} (like public.${table} including defaults including identity including generated)
     partition by hash (circle_id)`,
  );
  for (let remainder = 0; remainder < PARTITIONS; remainder++) {
    await client.query(
      `create table ${to}_p${remainder} partition of ${to}
       for values with (modulus ${PARTITIONS}, remainder ${remainder})`,
    );
  }
  await client.query(`insert into ${to} overriding system value select * from public.${table}`);
  const { rows } = await client.query<{ definition: string; columns: string; unique: boolean }>(
    `select pg_get_indexdef(indexrelid) as definition, indisunique as unique,
       (select string_agg(pg_get_indexdef(indexrelid, n, false), ', ' order by n)
        from generate_series(1, indnkeyatts) n) as columns
     from pg_index where indrelid = $1::regclass`,
    [`public.${table}`],
  );
  const widened: string[] = [];
  for (const { definition, columns, unique } of rows) {
    const lacks = unique && !columns.split(', ').includes('circle_id');
    if (lacks) widened.push(`${table} (${columns})`);
    const copied = definition.replace(/ ON public\./, ` ON ${SCHEMA}.`);
    await client.query(lacks ? copied.replace(/USING \w+ \(/, '$&circle_id, ') : copied);
  }
  return widened;
}

/** The key that a row is in conflict with is the widened one. */
const withCircleInConflict = (text: string) =>
  text.replace(
    /on conflict \((?!"?circle_id)(?="?(?:added_by|author_id|created_by|opened_by|proposed_by|started_by|person_id\b"?, "?submission_key))/,
    'on conflict ("circle_id", ',
  );

interface Plan {
  'Relation Name'?: string;
  'Actual Loops'?: number;
  'Index Cond'?: string;
  'Recheck Cond'?: string;
  Filter?: string;
  Plans?: Plan[];
}

/** Whether a scan reads a partition: what there was nothing to look for in counts when it is not held. */
function isRead(node: Plan): boolean {
  const held = [node['Index Cond'], node['Recheck Cond'], node.Filter].join(' ');
  return (node['Actual Loops'] ?? 0) > 0 || !held.includes('circle_id = ');
}

function touchedBy(plan: Plan): Touched[] {
  const partitions = new Map<string, Set<string>>();
  const walk = (node: Plan) => {
    const [, table, part] = /^(.+)_p(\d+)$/.exec(node['Relation Name'] ?? '') ?? [];
    if (table && part && isRead(node)) {
      partitions.set(table, (partitions.get(table) ?? new Set()).add(part));
    }
    for (const child of node.Plans ?? []) walk(child);
  };
  walk(plan);
  const counts = [...partitions].map(([table, parts]) => ({ table, count: parts.size }));
  return counts.sort((a, b) => b.count - a.count);
}
