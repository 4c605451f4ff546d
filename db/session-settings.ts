/**
 * What every connection must have the same, whatever the server, the database or the role prefer:
 * how times are spelled (pg reads ISO only), in which zone a day begins for SQL, what a backslash
 * is, and that a transaction sees what others wrote while it waited for their lock.
 */
const NEEDED = [
  ...['datestyle=ISO,MDY', 'intervalstyle=postgres', 'timezone=UTC', 'bytea_output=hex'],
  ...['standard_conforming_strings=on', 'default_transaction_isolation=read\\ committed'],
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/** The same address, whose connections have what is needed besides what it asks for itself. */
export function withSettings(connectionString: string): string {
  const url = new URL(connectionString);
  const asked = url.searchParams.get('options');
  url.searchParams.set('options', asked ? `${asked} ${NEEDED}` : NEEDED);
  return url.href;
}
