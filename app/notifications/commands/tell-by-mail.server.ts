import { sql } from 'kysely';
import type { Role } from '#app/access/proofs.ts';
import { haveSent, writtenMessages } from '#app/notifications/rows/messages.server.ts';
import type { MessageKind, Messages } from '#app/notifications/rules/messages.ts';
import type { Executor } from '#db/database.server.ts';

/** What there is to tell: the message that says it, of which occasion. */
export interface ToTell<K extends MessageKind> {
  message: K;
  given: Messages[K];
  /** 'session:42:7': told once, however often it is asked for */
  occasion: string;
}

/**
 * Tells the members of a circle something, each by a message of their own, which is retried by
 * itself. Closed accounts are left out, and of a circle that is archived everybody. One statement, in
 * the caller's transaction.
 * @param whom.except the person ids of who is not told: who did it, or has no need of it
 * @param whom.role whose business it is; none: everybody’s
 */
export async function tellByMail<K extends MessageKind>(
  tx: Executor,
  { circleId }: { circleId: number },
  { message, given, occasion }: ToTell<K>,
  { except, role }: { except: readonly number[]; role?: Role },
): Promise<void> {
  await sql`
    with told as (${writtenMessages(sql`
      select ${message}::text, ${occasion}::text, 'person:' || member.person_id, member.person_id,
        ${circleId}::bigint, ${JSON.stringify(given)}::jsonb
      from membership as member
      where member.circle_id = ${circleId} and member.person_id <> all(${except}::bigint[])
        and member.role = coalesce(${role ?? null}, member.role)
        and not exists (
          select from person_deactivation as closed where closed.person_id = member.person_id)
        and not exists (
          select from circle_archive as rests where rests.circle_id = ${circleId})`)}
    ) ${haveSent('told')}`.execute(tx);
}
