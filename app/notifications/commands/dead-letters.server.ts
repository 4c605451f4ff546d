import { sql } from 'kysely';
import type { Admin } from '#app/access/proofs.ts';
import { haveSent, messagesOn } from '#app/notifications/rows/messages.server.ts';
import { db } from '#db/database.server.ts';

/** Has a message that was given up tried anew; one that was not is left alone. */
export async function sendAgain(_admin: Admin, messageId: number): Promise<void> {
  await tryAnew(sql`and id = ${messageId}`);
}

/** The same for all of them. */
export async function sendAllAgain(_admin: Admin): Promise<void> {
  await tryAnew(sql``);
}

async function tryAnew(which: ReturnType<typeof sql>): Promise<void> {
  await sql`
    with anew as (
      update message set failed_at = null, attempts = 0, tried_at = null, said = ''
      where failed_at is not null ${which}
      returning id
    ) ${haveSent('anew')}`.execute(messagesOn(db));
}

/** Drops a message that was given up: nobody looks into it any more. */
export async function forgetLetter(_admin: Admin, messageId: number): Promise<void> {
  await messagesOn(db)
    .updateTable('message')
    .set({ failed_at: null, dropped_at: new Date() })
    .where('id', '=', messageId)
    .where('failed_at', 'is not', null)
    .execute();
}

/** Takes that back. */
export async function keepLetter(_admin: Admin, messageId: number): Promise<void> {
  await messagesOn(db)
    .updateTable('message')
    .set({ failed_at: new Date(), dropped_at: null })
    .where('id', '=', messageId)
    .where('dropped_at', 'is not', null)
    .where('tried_at', 'is not', null)
    .execute();
}
