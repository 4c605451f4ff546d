import type { Kysely } from 'kysely';
import { db as checked } from '#db/database.server.ts';
import type { DB } from '#db/schema.ts';

/**
 * The database as a test prepares it and looks into it, in whatever circle. What Octavo itself asks
 * goes through its own, which is checked.
 */
export const db = new Proxy({} as Kysely<DB>, {
  get(_, key) {
    const plain = checked.withoutPlugins();
    const value = Reflect.get(plain, key, plain);
    return typeof value === 'function' ? value.bind(plain) : value;
  },
});
