import type { Admin } from '#app/access/proofs.ts';
import { writeAgain } from '#app/notifications/commands/write-again.server.ts';
import { db } from '#db/database.server.ts';

/** Has mail sent to an address again that its server refused for good. */
export const takeOffRefused = (_admin: Admin, address: string): Promise<void> =>
  db.transaction().execute((tx) => writeAgain(tx, address));
