import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { taskList } from '#app/jobs.server.ts';
import { outboxMessage, outboxPage } from '#app/platform/mail/outbox.server.ts';
import { letPeopleGreet } from '#tests/notifications/between.tsx';
import { runJobs } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { ownClock } from './clock.ts';
import { expected, type Inbox, type Mail } from './model.ts';
import { BEGINS, DAYS, type Happens, people, script } from './script.ts';
import { stageFortnight } from './stage.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

letPeopleGreet();

let sent: Mail[];
/** The text of each mail, by whom it went to and when, and the notes it leads to. */
let kept: { key: string; text: string; linked: string[] }[];
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
    const stage = await stageFortnight();
    const names = people.map(({ name }) => name);
    const events = [...script];
    [sent, inboxes] = [[], []];
    for (const now of minutes()) {
      await clock.to(now);
      while (events[0] && events[0].at <= now) await stage.act(events.shift() as Happens);
      sent.push(...(await sweep()).map((mail) => named(mail, now, stage)));
      if ((now.getTime() + MINUTE - BEGINS.getTime()) % DAY === 0) {
        const theirs = await Promise.all(names.map(stage.inboxOf));
        inboxes.push(Object.fromEntries(names.map((name, index) => [name, theirs[index] ?? {}])));
      }
    }
    kept = await keptMails(stage);
  } finally {
    clock.end();
  }
}, 120_000);

type Stage = Awaited<ReturnType<typeof stageFortnight>>;

interface Sent {
  person_id: number;
  kind: string;
  occasion: string;
  /** each with ! where it is for its reader */
  topics: string[];
}

let done = 0;

/** Does what the schedule does each minute, and whatever waits in the queue. @returns what was sent */
async function sweep(): Promise<Sent[]> {
  await taskList['send-due']?.({}, undefined as never);
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from graphile_worker.jobs where run_at <= clock.now()) as waits`.execute(
    db,
  );
  if (!rows[0]?.waits) return [];
  await runJobs();
  const found = await sql<Sent & { id: number }>`
    select m.id, m.person_id, m.kind, m.occasion, array(
      select i.topic || case when i.for_you then '!' else '' end from inbox_item i
      where i.message_id = m.id
    ) as topics
    from message m where m.id > ${done} and m.sent_at is not null order by m.id`.execute(db);
  done = found.rows.at(-1)?.id ?? done;
  return found.rows;
}

function named({ person_id, kind, occasion, topics }: Sent, now: Date, stage: Stage): Mail {
  // A mail of its own tells of one thing.
  const own = /^sessions-/.test(kind) ? 'sessions' : occasion;
  const of = kind === 'bundle' || kind === 'digest' ? topics : [own];
  const told = of.map((topic) => stage.nameOf(topic) + (topic.endsWith('!') ? '!' : ''));
  return {
    ...{ who: stage.nameBy(person_id), kind },
    ...{ at: now.toISOString(), topics: told.sort().join(' ') },
  };
}

const yearOf = (at: string) => at.slice(0, 4);

async function keptMails({ nameBy, notesBy }: Stage) {
  const { messages } = await outboxPage(null, 10_000);
  const read = await Promise.all(messages.map(({ id }) => outboxMessage(id)));
  return read.flatMap((message) => {
    // Other files of this process write into the same outbox, in another year.
    if (!message || yearOf(message.at) !== yearOf(BEGINS.toISOString())) return [];
    const { to, at, text } = message;
    const links = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
    const who = nameBy(/<(.+)>/.exec(to)?.[1] ?? to);
    return [{ key: keyOf({ who, at }), text, linked: notesBy(links) }];
  });
}

const keyOf = ({ who, at }: Pick<Mail, 'who' | 'at'>) => `${at} ${who}`;

/** The notes whose beginning a mail has, as they are said to concern its reader. */
const toldIn = (text: string) =>
  [...text.matchAll(/(answered you|wrote|began a conversation).*\n+The words of (\w+)\./g)].map(
    ([, did, note]) => (did === 'answered you' ? `${note}!` : `${note}`),
  );

const inOrder = (mails: readonly Mail[]) =>
  mails.map((mail) => `${keyOf(mail)} ${mail.kind}: ${mail.topics}`).sort();

test('everybody gets the mails that the rules of telling give them, and no other', () => {
  expect(inOrder(sent)).toEqual(inOrder(told.mails));
  expect(kept.map(({ key }) => key).sort()).toEqual(told.mails.map(keyOf).sort());
});

test('every inbox says at the end of each day what it is to say', () => {
  expect(inboxes).toEqual(told.inboxes);
});

test('a mail has the beginnings of the notes it tells of, a link to each, and no word of another', () => {
  const notes = new Set(script.flatMap((event) => (event.does === 'writes' ? [event.note] : [])));
  const isNote = (topic: string) => notes.has(topic.replace('!', ''));
  const told = (mails: readonly Mail[], key: string) =>
    mails
      .filter((mail) => keyOf(mail) === key)
      .flatMap(({ topics }) => topics.split(' ').filter(isNote))
      .sort();
  for (const key of new Set(kept.map((mail) => mail.key))) {
    const theirs = kept.filter((mail) => mail.key === key);
    const expectedNotes = told(sent, key);
    expect(theirs.flatMap(({ text }) => toldIn(text)).sort()).toEqual(expectedNotes);
    const plain = expectedNotes.map((note) => note.replace('!', ''));
    expect(theirs.flatMap(({ linked }) => linked).sort()).toEqual(plain.sort());
    const words = theirs.flatMap(({ text }) => [...text.matchAll(/The words of (\w+)\./g)]);
    expect(words.map(([, note]) => note).sort()).toEqual(plain);
  }
});
