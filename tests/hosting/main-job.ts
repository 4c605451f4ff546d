import { randomUUID } from 'node:crypto';
import type { Entrance } from './entrance.ts';
import { type File, linkOn } from './page.ts';
import { must } from './situation.ts';
import { type Browser, Visitor } from './visitor.ts';

export const BROWSERS: readonly Browser[] = ['with scripts', 'without scripts', 'an older browser'];

const CIRCLE = /^\/circles\/(?!new)[^/]+$/;

/** What people come for: sign in, write, bring their books, take a session into their calendar. */
export async function mainJob(entrance: Entrance, browser: Browser, link: string): Promise<void> {
  const visitor = await signIn(entrance, browser, link);
  const circle = await circleOf(visitor);
  await startThread(visitor, circle);
  await bringBooks(visitor);
  await takeSession(visitor, circle);
}

export async function signIn(entrance: Entrance, browser: Browser, link: string): Promise<Visitor> {
  const visitor = new Visitor(entrance, browser);
  const path = new URL(link).pathname;
  const arrived = await visitor.submit(await visitor.get(path), path, {});
  must(arrived.leadsTo === '/', `signing in answered ${said(arrived)}`);
  if (entrance.origin.startsWith('https:')) {
    const open = visitor.cookiesSet.filter((line) => !/;\s*secure/i.test(line));
    must(visitor.cookiesSet.length > 0 && open.length === 0, `not Secure: ${open.join(' | ')}`);
  }
  return visitor;
}

export async function circleOf(visitor: Visitor): Promise<string> {
  const home = await visitor.get('/');
  const circle = linkOn(home.body, CIRCLE);
  must(circle, `the sign-in does not hold: ${said(home)}`);
  return circle;
}

export async function startThread(visitor: Visitor, circle: string): Promise<void> {
  const path = `${circle}/threads/new`;
  const title = `Hosted ${randomUUID().slice(0, 8)}`;
  const fields = { title, body: 'Written from behind a proxy.' };
  const posted = await visitor.submit(await visitor.get(path), path, fields);
  must(/\/threads\/\d+/.test(posted.leadsTo), `starting a thread answered ${said(posted)}`);
  const thread = await visitor.get(posted.leadsTo);
  must(thread.status === 200 && thread.body.includes(title), 'the new thread does not show');
}

async function bringBooks(visitor: Visitor): Promise<void> {
  const sent = await sendBooks(visitor, books(2));
  must(/^\/shelf\/imports\/\d+$/.test(sent.leadsTo), `an import of 2 MB answered ${said(sent)}`);
}

/** Sends the form of the import's page with a file. */
export async function sendBooks(visitor: Visitor, file: File) {
  const path = '/shelf/imports/new';
  return visitor.submit(await visitor.get(path), path, { file });
}

/** An export of Goodreads of about so many MB, its one book with a long private note. */
export function books(megabytes: number): File {
  const head = 'Book Id,Title,Author,ISBN13,Date Read,Date Added,Exclusive Shelf,Private Notes';
  const mark = randomUUID().slice(0, 8);
  const row = (n: number) =>
    `${n},Quiet Teams ${mark} ${n % 20},Bo Writer,"=""""",,2024/01/02,to-read,${'x'.repeat(2_000)}`;
  const rows = Array.from({ length: megabytes * 512 }, (_, n) => row(n));
  return { name: 'library.csv', text: [head, ...rows].join('\n') };
}

async function takeSession(visitor: Visitor, circle: string): Promise<void> {
  const sessions = await visitor.get(`${circle}/sessions`);
  const session = linkOn(sessions.body, /\/sessions\/\d+$/);
  must(session, 'there is no session to take along');
  const file = await visitor.get(`${session}/session.ics`);
  must(file.status === 200 && file.body.startsWith('BEGIN:VCALENDAR'), `a file: ${said(file)}`);
}

/** An answer in short, for a complaint. */
export function said({ status, body }: { status: number; body: string }): string {
  const words = body
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  return `${status} ${words.trim().slice(0, 300)}`.trim();
}
