import { createHmac } from 'node:crypto';
import { settingsOf } from '#app/notifications/hearing/queries/hear-link.server.ts';
import { kindOfMessage } from '#app/notifications/rows/all-messages.server.ts';
import { messagesOn, waitingMessages } from '#app/notifications/rows/messages.server.ts';
import { refusalOf, refuseAddress } from '#app/notifications/rows/refused-addresses.server.ts';
import { type Failure, verdictOn } from '#app/notifications/rules/refusals.ts';
import { written } from '#app/platform/mail/mail.server.ts';
import { type Letter, MailRefused, sendMail } from '#app/platform/mail/mailer.server.tsx';
import { db } from '#db/database.server.ts';

/** How often a message is tried before whoever runs the site has to look into it. */
const MOST_TRIES = 10;

/**
 * Sends a message that was posted: what it says is read now. One that is done with, whichever way, is
 * left alone, so that a job may come twice. What fails is tried again by the queue, unless its
 * recipient is refused.
 */
export async function sendMessage(messageId: number): Promise<void> {
  const row = await waiting(messageId);
  if (!row) return;
  let letter: Letter | null = null;
  try {
    letter = row.closed ? null : await letterOf(row);
    if (letter) {
      await refuseUnread(letter);
      await sendMail(letter);
    }
  } catch (error) {
    if (await inVain({ ...row, address: letter?.to.address }, error)) return;
    throw error;
  }
  // Between the server's yes and this nothing else is done: a message is sent twice only if the
  // process ends, or the database is away, exactly here; and then under the same Message-ID.
  const now = new Date();
  await end(messageId, letter ? { sent_at: now, sent_to: letter.to.address } : { dropped_at: now });
}

function waiting(messageId: number) {
  return waitingMessages(db)
    .leftJoin('person_deactivation as gone', 'gone.person_id', 'message.person_id')
    .select(['message.id', 'message.kind', 'occasion', 'recipient', 'given', 'attempts'])
    .select(['message.person_id as personId', 'message.circle_id as circleId'])
    .select('gone.at as closed')
    .select(({ selectFrom }) => selectFrom('site').select('secret').limit(1).as('secret'))
    .where('message.id', '=', messageId)
    .executeTakeFirst();
}

type Waiting = NonNullable<Awaited<ReturnType<typeof waiting>>>;

async function letterOf(row: Waiting): Promise<Letter | null> {
  const message = kindOfMessage(row.kind);
  if (!message) throw new Error(`Nothing here writes messages of the kind ${row.kind}.`);
  const says = await message.says(row.given, {
    personId: row.personId ?? 0,
    messageId: row.id,
  });
  if (!says) return null;
  const settings = message.atOnce
    ? null
    : await settingsOf({ ...row, isBundle: /^(bundle|digest)$/.test(row.kind) });
  return { ...written(says, await message.file(says)), id: idOf(row), settings };
}

/** The same for the same message, and without the site's secret it says nothing of it. */
function idOf({ kind, occasion, recipient, secret }: Waiting): string {
  return createHmac('sha256', secret ?? '')
    .update(JSON.stringify(['message', kind, occasion, recipient]))
    .digest('base64url');
}

/** To an address that nobody reads nothing is sent. */
class AddressRefused extends Error {}

async function refuseUnread({ to }: Letter): Promise<void> {
  const said = await refusalOf(db, to.address);
  if (said !== null) throw new AddressRefused(said);
}

/** Records that a try was in vain. @returns whether it is given up */
async function inVain(
  { id, attempts, address }: { id: number; attempts: number; address?: string },
  error: unknown,
): Promise<boolean> {
  const isFinal = error instanceof MailRefused || error instanceof AddressRefused;
  const verdict = isFinal ? 'refused' : verdictOn(error as Failure);
  const said = wordsOf(error);
  if (verdict === 'no-such-address' && address) await refuseAddress(db, address, said);
  const isOver = verdict !== 'again' || attempts + 1 >= MOST_TRIES;
  const now = new Date();
  const columns = { attempts: attempts + 1, tried_at: now, said };
  await end(id, { ...columns, failed_at: isOver ? now : null });
  return isOver;
}

/** In one line: servers answer in several. */
const wordsOf = (error: unknown) =>
  String(error instanceof Error ? error.message : error)
    .replace(/\s+/g, ' ')
    .slice(0, 500);

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
  await messagesOn(db).updateTable('message').set(columns).where('id', '=', messageId).execute();
}
