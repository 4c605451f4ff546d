import { createHmac } from 'node:crypto';
import type { AnyMessage, MessageKind } from '#app/notifications/rules/messages.ts';
import { written } from '#app/platform/mail/mail.server.ts';
import { type Letter, sendMail } from '#app/platform/mail/mailer.server.tsx';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/** The messages of every room, by kind: a room's `messages.server.ts` is found, not listed. */
const messages: Readonly<Record<string, AnyMessage>> = Object.assign(
  {},
  ...Object.values(
    import.meta.glob('/app/*/messages.server.ts', { eager: true, import: 'messages' }),
  ),
);

/** How often a message is tried before whoever runs the site has to look into it. */
const MOST_TRIES = 10;

/**
 * Sends a message that was posted: what it says is read now. One that is done with, whichever way, is
 * left alone, so that a job may come twice. What fails is tried again by the queue.
 */
export async function sendMessage(messageId: number): Promise<void> {
  const row = await waiting(messageId);
  if (!row) return;
  let sentTo: string | null;
  try {
    const letter = row.closed ? null : await letterOf(row);
    if (letter) await sendMail(letter);
    sentTo = letter?.to.address ?? null;
  } catch (error) {
    if (await inVain(messageId, row.attempts + 1, error)) return;
    throw error;
  }
  // Between the server's yes and this nothing else is done: a message is sent twice only if the
  // process ends, or the database is away, exactly here; and then under the same Message-ID.
  const now = new Date();
  await end(messageId, sentTo === null ? { dropped_at: now } : { sent_at: now, sent_to: sentTo });
}

const rows = () => acrossCircles(db, 'a message is its recipient’s');

function waiting(messageId: number) {
  return rows()
    .selectFrom('message')
    .leftJoin('person_deactivation as gone', 'gone.person_id', 'message.person_id')
    .select(['message.kind', 'occasion', 'recipient', 'given', 'attempts'])
    .select(['message.person_id as personId', 'gone.at as closed'])
    .select(({ selectFrom }) => selectFrom('site').select('secret').limit(1).as('secret'))
    .where('message.id', '=', messageId)
    .where('sent_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('failed_at', 'is', null)
    .executeTakeFirst();
}

type Waiting = NonNullable<Awaited<ReturnType<typeof waiting>>>;

async function letterOf(row: Waiting): Promise<Letter | null> {
  const message = messages[row.kind as MessageKind];
  if (!message) throw new Error(`Nothing here writes messages of the kind ${row.kind}.`);
  const says = await message.says(row.given, { personId: row.personId ?? 0 });
  if (!says) return null;
  return { ...written(says, await message.file(says)), id: idOf(row) };
}

/** The same for the same message, and without the site's secret it says nothing of it. */
function idOf({ kind, occasion, recipient, secret }: Waiting): string {
  return createHmac('sha256', secret ?? '')
    .update(JSON.stringify(['message', kind, occasion, recipient]))
    .digest('base64url');
}

/** Records that a try was in vain. @returns whether it is given up */
async function inVain(messageId: number, attempts: number, error: unknown): Promise<boolean> {
  const isOver = attempts >= MOST_TRIES;
  const said = (
    String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? ''
  ).slice(0, 300);
  const now = new Date();
  await end(messageId, { attempts, said, tried_at: now, failed_at: isOver ? now : null });
  return isOver;
}

interface Ends {
  sent_at?: Date;
  sent_to?: string;
  dropped_at?: Date;
  failed_at?: Date | null;
  attempts?: number;
  tried_at?: Date;
  said?: string;
}

async function end(messageId: number, columns: Ends): Promise<void> {
  await rows().updateTable('message').set(columns).where('id', '=', messageId).execute();
}
