import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { settingsOf } from '#app/notifications/hearing/queries/hear-link.server.ts';
import { hoursOf } from '#app/notifications/hearing/rows/hours.server.ts';
import { quietUntil } from '#app/notifications/hearing/rules/hours.ts';
import { kindOfMessage } from '#app/notifications/rows/all-messages.server.ts';
import { haveSent, messagesOn, waitingMessages } from '#app/notifications/rows/messages.server.ts';
import { refusalOf, refuseAddress } from '#app/notifications/rows/refused-addresses.server.ts';
import { type Failure, verdictOn } from '#app/notifications/rules/refusals.ts';
import { written } from '#app/platform/mail/mail.server.ts';
import { type Letter, MailRefused, sendMail } from '#app/platform/mail/mailer.server.tsx';
import { db } from '#db/database.server.ts';

/** How often a message is tried before whoever runs the site has to look into it. */
const MOST_TRIES = 10;

/**
 * Sends a message that was posted: what it says is read now. One that is done with, whichever way, is
 * left alone, so that a job may come twice. In its recipient's quiet hours it waits for their end.
 * What fails is tried again by the queue, unless its recipient is refused.
 */
export async function sendMessage(messageId: number, { now = new Date() } = {}): Promise<void> {
  const row = await waiting(messageId);
  if (!row) return;
  const later = quietFor(row, now);
  if (later) return putOff(messageId, later);
  let letter: Letter | null = null;
  try {
    letter = await letterOf(row);
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
  const at = new Date();
  await end(messageId, letter ? { sent_at: at, sent_to: letter.to.address } : { dropped_at: at });
}

function waiting(messageId: number) {
  return waitingMessages(db)
    .leftJoin('person', 'person.id', 'message.person_id')
    .leftJoin('person_deactivation as gone', 'gone.person_id', 'message.person_id')
    .leftJoin('mail_hours as hours', 'hours.person_id', 'message.person_id')
    .leftJoin('circle', 'circle.id', 'message.circle_id')
    .leftJoin('circle_archive as rests', 'rests.circle_id', 'message.circle_id')
    .select(['message.id', 'message.kind', 'occasion', 'recipient', 'given', 'attempts'])
    .select(['message.person_id as personId', 'message.circle_id as circleId', 'gone.at as closed'])
    .select(['person.time_zone as zone', 'circle.name as circle', 'rests.at as archived'])
    .select(['hours.digest_days', 'hours.digest_hour', 'hours.quiet_from', 'hours.quiet_to'])
    .select(({ selectFrom }) => selectFrom('site').select('secret').limit(1).as('secret'))
    .where('message.id', '=', messageId)
    .executeTakeFirst();
}

type Waiting = NonNullable<Awaited<ReturnType<typeof waiting>>>;

async function letterOf(row: Waiting): Promise<Letter | null> {
  const message = kindOfMessage(row.kind);
  if (!message) throw new Error(`Nothing here writes messages of the kind ${row.kind}.`);
  if (row.closed || (row.archived && !message.whenArchived)) return null;
  const says = await message.says(row.given, {
    personId: row.personId ?? 0,
    messageId: row.id,
  });
  if (!says) return null;
  const settings = message.atOnce
    ? null
    : await settingsOf({
        ...row,
        isBundle: /^(bundle|digest)$/.test(row.kind),
        isBetween: message.between === true || (message.between?.(says) ?? false),
        threadId: message.thread?.(says) ?? null,
      });
  const about = message.about?.(row.given, says);
  return {
    ...written(says, await message.file(says)),
    id: idOf(row, ['message', row.kind, row.occasion, row.recipient]),
    about: about && idOf(row, ['about', about]),
    list: settings === null ? undefined : listOf(row),
    settings,
  };
}

const listOf = ({ circleId, circle }: Waiting) =>
  circleId === null || circle === null ? undefined : { id: `${circleId}.circles`, name: circle };

/** The same of the same words, and without the site's secret it says nothing of them. */
const idOf = ({ secret }: Waiting, of: readonly string[]): string =>
  createHmac('sha256', secret ?? '')
    .update(JSON.stringify(of))
    .digest('base64url');

/** When a message may be sent that may not be sent now; null: it may. */
function quietFor({ kind, zone, given, ...row }: Waiting, now: Date): Date | null {
  const message = kindOfMessage(kind);
  if (zone === null || message?.atOnce) return null;
  const until = quietUntil(hoursOf(row).quiet, zone, now);
  const useUntil = message?.useUntil?.(given);
  return until && useUntil && until > useUntil ? null : until;
}

async function putOff(messageId: number, runAt: Date): Promise<void> {
  await sql`
    with late as (select ${messageId}::bigint as id) ${haveSent('late', { runAt })}`.execute(db);
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
