import { randomUUID } from 'node:crypto';
import type { Admin } from '#app/access/proofs.ts';
import { post } from '#app/notifications/commands/post.server.ts';
import { db } from '#db/database.server.ts';

/** Sends an administrator a message that says nothing but that mail arrives. */
export const testMail = ({ personId }: Admin): Promise<void> =>
  post(db, { message: 'mail-test', given: {}, occasion: randomUUID(), to: { personId } });
