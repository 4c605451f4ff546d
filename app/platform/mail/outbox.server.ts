import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { env } from '#app/platform/settings/env.server.ts';
import { readMessage } from './outbox-message.server.ts';

/**
 * Mail on an installation without SMTP: every message is kept as a file under DATA_DIR/outbox, for
 * its administrator to read. A message's id is its file name without `.eml`: the moment it was
 * written and a random part, so that names sort by age.
 */
const ID = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/;

const folder = () => resolve(env.DATA_DIR, 'outbox');

/**
 * Makes sure that mail can be kept: a start says what is wrong, where a job would try and try.
 * @throws the error of the file system
 */
export async function openOutbox(): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  await access(folder(), constants.R_OK | constants.W_OK | constants.X_OK);
}

/** Keeps a message. It is on disk when this resolves. @returns its id */
export async function keepInOutbox(message: Buffer, now = new Date()): Promise<string> {
  const id = `${now.toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`;
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  // Written aside and renamed, so that a reader never meets half a message.
  const aside = join(folder(), `${id}.part`);
  const file = await open(aside, 'wx', 0o600);
  try {
    await file.writeFile(message);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, join(folder(), `${id}.eml`));
  return id;
}

/** How many messages were kept since a moment. */
export async function keptSince(moment: Date): Promise<number> {
  const first = moment.toISOString().replace(/[-:.]/g, '');
  return (await keptIds()).filter((id) => id >= first).length;
}

export interface OutboxLine {
  id: string;
  /** ISO, when it was written */
  at: string;
  to: string;
  subject: string;
}

/**
 * A page of the outbox, newest first.
 * @param before the id of the last message of the previous page
 * @returns older: the cursor of the next page, null on the last one
 */
export async function outboxPage(
  before: string | null,
  size = 25,
): Promise<{ messages: OutboxLine[]; older: string | null }> {
  const ids = (await keptIds())
    .filter((id) => !before || id < before)
    .sort()
    .reverse();
  const messages = await Promise.all(ids.slice(0, size).map(lineOf));
  return { messages, older: ids.length > size ? (ids[size - 1] ?? null) : null };
}

async function keptIds(): Promise<string[]> {
  const names = await readdir(folder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith('.eml'))
    .map((name) => name.slice(0, -4))
    .filter((id) => ID.test(id));
}

/** One message, or null when there is none by that id. Anything but an id of ours is refused. */
export async function outboxMessage(id: string) {
  if (!ID.test(id)) return null;
  const raw = await readFile(join(folder(), `${id}.eml`)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return raw && { id, at: writtenAt(id), ...(await readMessage(raw)) };
}

async function lineOf(id: string): Promise<OutboxLine> {
  const message = await outboxMessage(id);
  return { id, at: writtenAt(id), to: message?.to ?? '', subject: message?.subject ?? '' };
}

function writtenAt(id: string): string {
  const [, y, mo, d, h, mi, s, ms] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/.exec(id) ?? [];
  return `${y}-${mo}-${d}T${h}:${mi}:${s}.${ms}Z`;
}
