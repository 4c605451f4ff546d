import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { taskList } from '#app/jobs.server.ts';
import { outboxMessage, outboxPage } from '#app/platform/mail/outbox.server.ts';
import { runJobs } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { ownClock } from './clock.ts';
import { expected, type Inbox, type Mail } from './model.ts';
import { BEGINS, DAYS, people, script } from './script.ts';
import { stageFortnight } from './stage.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let sent: (Mail & { linked: string[]; text: string })[];
let inboxes: Record<string, Inbox>[];
const told = expected();

/**
 * The minutes that are lived through: when something happens or is to be told, the minute before, and
 * every quarter of an hour, in which nothing is to be told that is not expected.
 */
function minutes(): Date[] {
  const ends = BEGINS.getTime() + DAYS * DAY;
  const moments = new Set<number>();
  for (let at = BEGINS.getTime(); at < ends; at += 15 * MINUTE) moments.add(at);
  for (let at = BEGINS.getTime() + DAY; at <= ends; at += DAY) moments.add(at - MINUTE);
  for (const { at } of script) moments.add(at.getTime());
  for (const { at } of told.mails) moments.add(Date.parse(at)).add(Date.parse(at) - MINUTE);
  return [...moments].sort((a, b) => a - b).map((at) => new Date(at));
}

beforeAll(async () => {
  const clock = await ownClock(new Date(BEGINS.getTime() - MINUTE));
  try {
    const { act, inboxOf, notesBy, addresses } = await stageFortnight();
    const events = [...script];
    inboxes = [];
    for (const now of minutes()) {
      await clock.to(now);
      while (events[0] && events[0].at <= now) await act(events.shift() as (typeof events)[0]);
      await sweep();
      if ((now.getTime() + MINUTE - BEGINS.getTime()) % DAY === 0) {
        const names = people.map(({ name }) => name);
        const theirs = await Promise.all(names.map(inboxOf));
        inboxes.push(Object.fromEntries(names.map((name, index) => [name, theirs[index] ?? {}])));
      }
    }
    const names = addresses();
    const { messages } = await outboxPage(null, 10_000);
    const read = await Promise.all(messages.map(({ id }) => outboxMessage(id)));
    sent = read.flatMap((message) => {
      if (!message) return [];
      const { to, at, subject, text } = message;
      const links = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
      const who = names.get(/<(.+)>/.exec(to)?.[1] ?? to) ?? to;
      const kind = subject.startsWith('Digest: ') ? 'digest' : 'bundle';
      return [{ who, at, kind, notes: toldIn(text), linked: notesBy(links), text }];
    });
  } finally {
    clock.end();
  }
}, 120_000);

/** Does what the schedule does each minute, and whatever waits in the queue. */
async function sweep(): Promise<void> {
  await taskList['send-due']?.({}, undefined as never);
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from graphile_worker.jobs where run_at <= clock.now()) as waits`.execute(
    db,
  );
  if (rows[0]?.waits) await runJobs();
}

/** The notes whose beginning a mail has, as they are said to concern its reader. */
const toldIn = (text: string) =>
  [...text.matchAll(/(answered you|wrote|began a conversation).*\n+The words of (\w+)\./g)]
    .map(([, said, note]) => (said === 'answered you' ? `${note}!` : `${note}`))
    .sort()
    .join(' ');

const inOrder = (mails: readonly Mail[]) =>
  mails.map(({ at, who, kind, notes }) => `${at} ${who} ${kind}: ${notes}`).sort();

test('everybody gets the mails that the rules of telling give them, and no other', () => {
  expect(inOrder(sent)).toEqual(inOrder(told.mails));
});

test('every inbox says at the end of each day what it is to say', () => {
  expect(inboxes).toEqual(told.inboxes);
});

test('a mail leads to the notes it tells of, and has the words of no other', () => {
  for (const { text, notes, linked } of sent) {
    const told = notes.replaceAll('!', '');
    expect(linked.join(' ')).toBe(told);
    const words = [...text.matchAll(/The words of (\w+)\./g)].map(([, note]) => note);
    expect(words.sort().join(' ')).toBe(told);
  }
});
