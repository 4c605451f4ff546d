import type { Ground } from './servers.ts';

/** The import of 20,000 rows in this process, over a database of its own. */
export async function measuredImport(ground: Ground) {
  process.env.DATABASE_URL = await ground.database();
  const { importCosts } = await import('./import.ts');
  const { first, again, ...costs } = await importCosts(20_000);
  console.table({ 'import of 20,000 rows': first, 'the same again': again });
  return { ...costs, first, again };
}
