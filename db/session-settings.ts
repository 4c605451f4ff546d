/**
 * What every connection must have the same, whatever the server, the database or the role prefer:
 * how times are spelled (pg reads ISO only) and in which zone a day begins for SQL.
 */
const NEEDED = '-c datestyle=ISO,MDY -c intervalstyle=postgres -c timezone=UTC -c bytea_output=hex';

/** The same address, whose connections have what is needed besides what it asks for itself. */
export function withSettings(connectionString: string): string {
  const url = new URL(connectionString);
  const asked = url.searchParams.get('options');
  url.searchParams.set('options', asked ? `${asked} ${NEEDED}` : NEEDED);
  return url.href;
}
