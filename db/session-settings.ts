import pg from 'pg';

/**
 * What every connection must have the same, whatever the server, the database or the role prefer:
 * how times are spelled (pg reads ISO only), in which zone a day begins for SQL, what a backslash
 * is, and that a transaction sees what others wrote while it waited for their lock. The last tells
 * that they arrived.
 */
const NEEDED = [
  ...['datestyle=ISO,MDY', 'intervalstyle=postgres', 'timezone=UTC', 'bytea_output=hex'],
  ...['standard_conforming_strings=on', 'default_transaction_isolation=read\\ committed'],
  'octavo.heard=yes',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/**
 * What is best for a connection unless its address says otherwise. A page reads a few rows, in memory
 * mostly: with PostgreSQL's own guess, made for disks that turn, it would read a small table whole for
 * each row it joins, and plan a statement about one circle anew on every visit.
 */
const PREFERRED = '-c random_page_cost=1.1';

/** SQL for whether this connection has them. */
export const HEARD = `current_setting('octavo.heard', true) is not distinct from 'yes'`;

let unheard = false;

/**
 * From now on settings are repeated once a connection is made: what stands between us and the server
 * drops what a connection begins with, as pgbouncer does with its `ignore_startup_parameters`.
 */
export function repeatSettings(): void {
  unheard = true;
}

/** The same address, whose connections have what is preferred, what it asks for itself and what is needed. */
export function withSettings(connectionString: string): string {
  const url = new URL(connectionString);
  const asked = url.searchParams.get('options');
  // Of a setting that is named twice the last holds.
  url.searchParams.set('options', [PREFERRED, ...(asked ? [asked] : []), NEEDED].join(' '));
  return url.href;
}

/**
 * The statement that repeats the settings of an address, and others; null when they are heard.
 * @param connectionString as `withSettings` makes it
 */
export function repeated(
  connectionString: string,
  others: Record<string, number | undefined>,
): string | null {
  if (!unheard) return null;
  const options = new URL(connectionString).searchParams.get('options') ?? '';
  const asked = [...options.matchAll(/(?:-c\s*|--)([\w.]+)=((?:\\.|[^\s\\])*)/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value.replace(/\\(.)/g, '$1')],
  );
  const timeouts = Object.entries(others).flatMap(([name, ms]): [string, string][] =>
    ms === undefined ? [] : [[name, String(ms)]],
  );
  const calls = [...asked, ...timeouts].map(
    (pair) => `set_config(${pair.map((text) => pg.escapeLiteral(text)).join(', ')}, false)`,
  );
  return `select ${calls.join(', ')}`;
}
