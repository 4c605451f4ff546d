import { sql } from 'kysely';
import type { Admin } from '#app/access/proofs.ts';
import { kindOfMessage } from '#app/notifications/rows/all-messages.server.ts';
import { messagesOn } from '#app/notifications/rows/messages.server.ts';
import { db } from '#db/database.server.ts';

export const LETTERS_A_PAGE = 25;

/** A message that was given up: what kind of mail it is and whom it is for, not what it says. */
export interface DeadLetter {
  id: number;
  kind: string;
  /** '' for whoever has no account */
  name: string;
  address: string;
  /** what the mail server said, or what kept it from being asked */
  said: string;
  failedAt: Date;
}

/**
 * Messages that were given up, newest first.
 * @param before `older` of the page before
 */
export async function deadLetters(_admin: Admin, before: string | null) {
  const [, at, after] = /^(\d{1,15})-(\d{1,18})$/.exec(before ?? '') ?? [];
  const rows = await messagesOn(db)
    .selectFrom('message')
    .leftJoin('person', 'person.id', 'message.person_id')
    .select(['message.id', 'message.kind', 'message.recipient', 'message.said'])
    .select(['message.failed_at as failedAt', 'person.name', 'person.email'])
    .where('message.failed_at', 'is not', null)
    .$if(at !== undefined, (query) =>
      query.where(
        sql<boolean>`(message.failed_at, message.id) < (${new Date(Number(at))}, ${after}::bigint)`,
      ),
    )
    .orderBy('message.failed_at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(LETTERS_A_PAGE + 1)
    .execute();
  const letters = rows.slice(0, LETTERS_A_PAGE).map(
    ({ recipient, email, name, kind, failedAt, ...row }): DeadLetter => ({
      ...row,
      kind: kindOfMessage(kind)?.called ?? kind,
      name: name ?? '',
      address: /^address:(.*)$/s.exec(recipient)?.[1] ?? email ?? '',
      failedAt: failedAt ?? new Date(0),
    }),
  );
  const last = letters.at(-1);
  const older =
    rows.length > LETTERS_A_PAGE && last ? `${last.failedAt.getTime()}-${last.id}` : null;
  return { letters, older };
}
