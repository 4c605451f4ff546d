import { sql } from 'kysely';
import { haveSent, messagesOn, writtenMessages } from '#app/notifications/rows/messages.server.ts';
import type { MessageKind, Messages } from '#app/notifications/rules/messages.ts';
import type { Executor } from '#db/database.server.ts';

/** A message, to somebody who has an account or to an address. */
export type ToPost<K extends MessageKind = MessageKind> = {
  [N in K]: {
    message: N;
    given: Messages[N];
    /** which one of its kind, the same for all it goes to: 'session:42:7' */
    occasion: string;
    to: { personId: number } | { address: string; personId?: number };
    /** whose business it is; none for a person's own account */
    circleId?: number;
  };
}[K];

/**
 * Has a mail sent, once the caller's transaction commits. Posted again for the same occasion it is
 * nothing.
 */
export const post = <K extends MessageKind>(tx: Executor, posted: ToPost<K>): Promise<void> =>
  postAll(tx, [posted]);

/** The same for several, in one statement. */
export async function postAll<K extends MessageKind>(
  tx: Executor,
  posted: readonly ToPost<K>[],
): Promise<void> {
  const rows = posted.map(({ message: kind, given, occasion, to, circleId }) => ({
    ...{ kind, occasion, given },
    address: 'address' in to ? to.address : null,
    person_id: to.personId ?? null,
    circle_id: circleId ?? null,
  }));
  await sql`
    with posted as (${writtenMessages(sql`
      select kind, occasion,
        coalesce('address:' || address_key(address), 'person:' || person_id),
        person_id, circle_id, given
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as each (
        kind text, occasion text, address text, person_id bigint, circle_id bigint, given jsonb)`)}
    ) ${haveSent('posted')}`.execute(messagesOn(tx));
}
