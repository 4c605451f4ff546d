import { databaseUrl } from '#db/database.server.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { inWords, requireOurs } from './whose-database.server.ts';

/**
 * Brings the database to the schema of this Octavo.
 * @param words which database, for a refusal
 * @throws StartRefused when it is not ours to change, or we may not
 */
export async function bringUpToDate(words: string): Promise<void> {
  const found = await requireOurs(words);
  try {
    await migrateDatabase(databaseUrl());
  } catch (error) {
    throw inWords(error, words, found);
  }
}
