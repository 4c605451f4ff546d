import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { viewerForPerson } from '#app/access/membership.server.ts';
import { taskList } from '#app/jobs.server.ts';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';
import { outboxMessage, outboxPage } from '#app/platform/mail/outbox.server.ts';
import { crontab } from '#app/schedule.server.ts';
import { ownClock } from '#tests/notifications/fortnight/clock.ts';
import { runJobs } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { expected } from './model.ts';
import type { Inbox } from './post.ts';
import { BEGINS, isMidnight, people, script, sweeps } from './script.ts';
import { stageAsking } from './stage.ts';

interface Sent {
  id: number;
  person_id: number;
  kind: string;
  given: Record<string, number>;
}

interface Told {
  who: string;
  at: string;
  kind: string;
  topics: string[];
}

/** What runs by itself; a backup is not about people, and writes beside the database. */
const names = crontab
  .split('\n')
  .flatMap((line) => line.split(' ')[5] ?? [])
  .filter((name) => name !== 'back-up' && name !== 'send-due') as (keyof typeof taskList)[];

const EVERYBODY = people.map(({ name }) => name);
const told = expected();
const sent: Told[] = [];
const inboxes: Record<string, Inbox>[] = [];
const resting: string[][] = [];
let kept: { who: string; at: string; words: string[] }[];

beforeAll(async () => {
  const clock = await ownClock(new Date(BEGINS.getTime() - 60_000));
  try {
    const stage = await stageAsking();
    const events = [...script];
    for (const now of sweeps) {
      for (let event = events[0]; event && event.at <= now; event = events[0]) {
        events.shift();
        await clock.to(event.at);
        await stage.act(event).catch((error: unknown) => {
          throw new Error(`${event?.who} ${JSON.stringify(event)}`, { cause: error });
        });
      }
      await clock.to(now);
      await sweep(now.getUTCHours() % 6 === 0);
      for (const mail of await justSent(now)) {
        const { kind, person_id } = mail;
        const topics = await topicsOf(mail, stage);
        sent.push({ who: stage.nameBy(person_id), at: now.toISOString(), kind, topics });
      }
      if (!isMidnight(now)) continue;
      inboxes.push(await inboxesNow(stage));
      resting.push(await restingNow(stage));
    }
    kept = await keptMails(stage);
  } finally {
    clock.end();
  }
}, 300_000);

type Stage = Awaited<ReturnType<typeof stageAsking>>;

/** All that the schedule does in an hour; `twice`: by two processes at a time. */
async function sweep(twice: boolean): Promise<void> {
  const run = (name: keyof typeof taskList) => taskList[name]?.({}, undefined as never);
  for (const due of [names, ['send-due'] as const]) {
    await Promise.all([...due, ...(twice ? due : [])].map(run));
  }
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from graphile_worker.jobs where run_at <= clock.now()) as waits`.execute(
    db,
  );
  if (rows[0]?.waits) await runJobs();
}

async function justSent(now: Date): Promise<Sent[]> {
  const { rows } = await sql<Sent>`
    select id, person_id, kind, given from message where sent_at = ${now} order by id`.execute(db);
  return rows;
}

/** What a mail tells of. */
async function topicsOf({ id, person_id, kind, given }: Sent, { nameOf }: Stage) {
  if (kind === 'bundle' || kind === 'digest') {
    const reader = await viewerForPerson(person_id);
    const items = reader ? await itemsOf(reader, 'i.message_id = $4', [id]) : [];
    return items
      .filter(({ over }) => !over)
      .map(({ circle, topic }) => (circle ? `${circle.name} ${nameOf(topic)}` : nameOf(topic)))
      .sort();
  }
  if (kind.startsWith('week-')) return ['week'];
  const [of = '', thing = 0] = Object.entries(given).find(([name]) => THINGS[name]) ?? [];
  return [nameOf(`${THINGS[of]}:${thing}`)];
}

const THINGS: Record<string, string> = {
  ...{ askId: 'ask', offerId: 'offer', meetingId: 'meeting', sessionId: 'session' },
};

async function inboxesNow({ who, nameOf }: Stage): Promise<Record<string, Inbox>> {
  const all = EVERYBODY.map(async (name): Promise<[string, Inbox]> => {
    const reader = await viewerForPerson(who(name).personId);
    const items = reader ? await itemsOf(reader, 'true', []) : [];
    const lines = items.map(({ circle, topic, kind, over, read, ...line }) => {
      const key = circle ? `${circle.name} ${nameOf(topic)}` : nameOf(topic);
      const said = wordsIn(`${line.title} ${line.text} ${line.said ?? ''}`);
      return [key, [kind, over ? 'over' : read ? 'read' : 'new', ...said].join(' ')];
    });
    return [name, Object.fromEntries(lines)];
  });
  return Object.fromEntries(await Promise.all(all));
}

async function restingNow({ nameBy }: Stage): Promise<string[]> {
  const rows = await db
    .selectFrom('helping')
    .select('person_id')
    .where('resting_since', 'is not', null)
    .execute();
  return rows.map(({ person_id }) => nameBy(person_id)).sort();
}

/** The words of the script's people, each once. */
const wordsIn = (text: string) =>
  [...new Set(text.replace(/https?:\/\/\S+/g, '').match(/\b[tblxqafonwp]-[\w-]+/g) ?? [])].sort();

const yearOf = (at: string) => at.slice(0, 4);

async function keptMails({ nameBy }: Stage) {
  const { messages } = await outboxPage(null, 10_000);
  const read = await Promise.all(messages.map(({ id }) => outboxMessage(id)));
  return read.flatMap((message) => {
    // Other files of this process write into the same outbox, in another year.
    if (!message || yearOf(message.at) !== yearOf(BEGINS.toISOString())) return [];
    const { to, at, text, subject } = message;
    const who = nameBy(/<(.+)>/.exec(to)?.[1] ?? to);
    return [{ who, at, words: wordsIn(`${subject} ${text}`) }];
  });
}

const keyOf = ({ who, at }: { who: string; at: string }) => `${at} ${who}`;
const inOrder = (mails: readonly Told[]) =>
  mails.map((mail) => `${keyOf(mail)} ${mail.kind}: ${mail.topics.join(', ')}`).sort();

const linesOf = (days: readonly Record<string, Inbox>[]) =>
  days.flatMap((inboxes, day) =>
    Object.entries(inboxes)
      .flatMap(([who, inbox]) =>
        Object.entries(inbox).map(([topic, says]) => `day ${day + 1}, ${who}, ${topic}: ${says}`),
      )
      .sort(),
  );

test('everybody gets the mails that the rules of asking give them, and no other', () => {
  expect(inOrder(sent)).toEqual(inOrder(told.mails));
  expect(kept.map(keyOf).sort()).toEqual(told.mails.map(keyOf).sort());
});

test('every inbox says at the end of each day what it is to say', () => {
  expect(linesOf(inboxes)).toEqual(linesOf(told.inboxes));
});

test('who leaves three unanswered rests until they answer', () => {
  expect(resting).toEqual(told.resting);
  expect(resting.some((names) => names.includes('Sam'))).toBe(true);
  expect(resting.at(-1)).toEqual([]);
});

test('no mail has a word of somebody that its reader may not read', () => {
  for (const key of new Set(kept.map(keyOf))) {
    const may = told.mails.filter((mail) => keyOf(mail) === key).flatMap(({ words }) => words);
    const has = kept.filter((mail) => keyOf(mail) === key).flatMap(({ words }) => words);
    expect({ key, beyond: has.filter((word) => !may.includes(word)) }).toEqual({ key, beyond: [] });
  }
});
