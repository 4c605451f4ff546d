import type { ReactElement } from 'react';
import { calm } from '#app/platform/calm.server.ts';
import { log } from '#app/platform/log.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { EmailSettings } from './email-settings.tsx';
import { keepInOutbox } from './outbox.server.ts';

export interface Recipient {
  name: string;
  address: string;
}

export interface Mail {
  to: Recipient;
  subject: string;
  /** a template over email-layout.tsx; the plain text is made from it */
  react: ReactElement;
  attachments?: Attached[];
  /** for its recipient’s calendar, the soonest first: mail programs offer to take in the first one */
  invitations?: readonly Invitation[];
}

interface Attached {
  filename: string;
  contentType: string;
  content: string;
}

/** A message from a calendar to another, which mail carries (RFC 6047). */
export interface Invitation {
  method: 'REQUEST' | 'CANCEL';
  /** iCalendar; all its events have one UID */
  content: string;
}

/** A mail on its way. */
export interface Letter extends Mail {
  /** of its Message-ID what stands before the @: the same one each time that it is sent */
  id: string;
  /** the same of the thing it is about: mail programs put those of one thing together */
  about?: string | undefined;
  /** of whom it comes, as a list: an id below this site's host, and a name */
  list?: { id: string; name: string } | undefined;
  /** where its recipient says how much of it they want; null where that is not theirs to say */
  settings?: string | null;
}

/** A message that must not be sent: its recipient or subject would be read as something else. */
export class MailRefused extends Error {}

/** What became of the mail of this process since it started. */
export const mailSince = { sent: 0, failed: 0 };

/**
 * Sends a message, by SMTP when SMTP_URL is set and into the outbox otherwise. Only jobs call it:
 * they are retried, and a page never waits for a mail server.
 * @throws MailRefused on control characters or an address that is not one address
 */
export async function sendMail(mail: Letter): Promise<void> {
  try {
    await send(mail);
    mailSince.sent++;
  } catch (error) {
    mailSince.failed++;
    throw error;
  }
}

async function send(letter: Letter): Promise<void> {
  const { id, to, subject, react, settings, attachments = [], invitations = [] } = letter;
  const [invitation, ...more] = invitations;
  const message = {
    from: env.MAIL_FROM,
    to: recipient(to),
    subject: plainLine(subject, 'subject'),
    messageId: `<${id}@${host()}>`,
    ...headersOf(letter),
    ...(invitation && { icalEvent: { ...invitation, filename: INVITATION } }),
    attachments: [...attachments, ...more.map(asFile)].map((file) => ({
      ...file,
      filename: plainLine(file.filename, 'file name'),
      contentType: plainLine(file.contentType, 'content type'),
    })),
    // A template can name no file or address for the mailer to read.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(await rendered(
      <EmailSettings.Provider value={settings ?? null}>{react}</EmailSettings.Provider>,
    )),
  };
  const { createTransport } = await import('nodemailer');
  await calm.come();
  if (env.SMTP_URL) {
    await smtp(createTransport).sendMail(message);
  } else {
    const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
    const composed = await composer.sendMail({ ...message, text: { raw: asItIs(message.text) } });
    await keepInOutbox(composed.message as Buffer);
  }
  log.info({ messageId: message.messageId }, 'mail sent');
}

const INVITATION = 'invite.ics';

/** One that stands beside the first. */
const asFile = ({ method, content }: Invitation, index: number): Attached => ({
  filename: INVITATION.replace('.', `-${index + 2}.`),
  contentType: `text/calendar; charset=utf-8; method=${method}`,
  content,
});

const host = () => new URL(env.APP_URL).hostname;

/** What mail programs do something by. Nobody is named in a Reply-To: addresses are told to nobody. */
function headersOf({ about, list, settings }: Letter) {
  const thing = about && `<${about}@${host()}>`;
  return {
    ...(thing && { inReplyTo: thing, references: thing }),
    list: {
      // RFC 2919
      ...(list && { id: { url: `${list.id}.${host()}`, comment: listName(list.name) } }),
      ...(settings && { unsubscribe: { url: settings } }),
    },
    headers: {
      // So that out-of-office notes and the like answer none of it (RFC 3834).
      ...{ 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      // RFC 8058: with one click, by https only.
      ...(settings?.startsWith('https:') && {
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

/** It stands in quotes. */
const listName = (name: string) => plainLine(name, 'list’s name').replace(/["\\]/g, '’');

/**
 * The text as a part of its own that is not encoded: whoever opens the kept file reads it and copies
 * its links whole. A server that it was handed to could break its lines; nobody hands it to one.
 */
const asItIs = (text: string) =>
  `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${text}`;

type CreateTransport = typeof import('nodemailer').createTransport;
let transport: ReturnType<typeof openSmtp> | undefined;

function openSmtp(createTransport: CreateTransport, url: string) {
  return createTransport({
    url,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
}

function smtp(createTransport: CreateTransport) {
  transport ??= openSmtp(createTransport, env.SMTP_URL ?? '');
  return transport;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

function plainLine(value: string, what: string): string {
  if (control.test(value))
    throw new MailRefused(`The ${what} of a message has control characters.`);
  return value;
}

/** The recipient as an object, never as a string: a string is parsed and could be several. */
function recipient({ name, address }: Recipient): Recipient {
  plainLine(name, 'recipient’s name');
  plainLine(address, 'recipient’s address');
  if (!/^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/.test(address)) {
    throw new MailRefused('The recipient of a message is not one address.');
  }
  return { name, address };
}

// Imported with the first mail: React Email must not slow the start of the server.
async function rendered(react: ReactElement): Promise<{ html: string; text: string }> {
  const { render } = await import('@react-email/render');
  const { plainTextOf } = await import('./plain-text.server.ts');
  await calm.come();
  const html = await render(react);
  await calm.come();
  return { html, text: plainTextOf(html) };
}
