import { messagesOn } from '#app/notifications/rows/messages.server.ts';
import type { MessageKind } from '#app/notifications/rules/messages.ts';
import { db } from '#db/database.server.ts';

/** What became of a message so far. */
export interface LastMessage {
  madeAt: Date;
  sentAt: Date | null;
  triedAt: Date | null;
  failedAt: Date | null;
  said: string;
}

/** The newest message of a kind to a person; null when there was none. */
export async function lastMessage(
  kind: MessageKind,
  personId: number,
): Promise<LastMessage | null> {
  const last = await messagesOn(db)
    .selectFrom('message')
    .select(['made_at as madeAt', 'sent_at as sentAt', 'tried_at as triedAt'])
    .select(['failed_at as failedAt', 'said'])
    .where('kind', '=', kind)
    .where('recipient', '=', `person:${personId}`)
    .where('dropped_at', 'is', null)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? null;
}
