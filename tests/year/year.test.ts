import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { beforeAll, expect, test } from 'vitest';
import { taskList } from '#app/jobs.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { ownClock } from '#tests/notifications/fortnight/clock.ts';
import { runJobs } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { Calendar, type Message } from './calendar.ts';
import { shownAt, unlikeThisMachine } from './clocks.ts';
import {
  byWords,
  calendarOf,
  everybody,
  expectedReminders,
  expectedTold,
  feedOf,
  inOrder,
  type Reminder,
  type Told,
} from './expected.ts';
import { allSessions, moment, zoneAt } from './model.ts';
import { BEGINS, ENDS, OFF, script, type Who } from './script.ts';
import { stageYear } from './stage.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
/** So far ahead calendars are looked at. */
const AHEAD = 200 * DAY;

/** What differed from what is expected, in words; and what was mailed. */
let wrong: string[];
let taken: (Told & { message: Message; address: string })[];
let reminded: Reminder[];
let subjects: { who: Who; at: number; subject: string }[];

beforeAll(async () => {
  const clock = await ownClock(new Date(moment(BEGINS)));
  [wrong, taken, reminded, subjects] = [[], [], [], []];
  try {
    await live(clock);
  } finally {
    clock.end();
  }
}, 600_000);

type Clock = Awaited<ReturnType<typeof ownClock>>;
type Stage = Awaited<ReturnType<typeof stageYear>>;

async function live(clock: Clock): Promise<void> {
  const stage = await stageYear();
  const calendars = new Map(everybody.map((who) => [who, new Calendar()]));
  const acts = [...script];
  let day = moment(BEGINS) + 17 * MINUTE;
  let now = moment(BEGINS);
  while (now < moment(ENDS)) {
    await clock.to(new Date(now));
    const isMorning = now >= day;
    if (isMorning) {
      await taskList['tend-series']?.({}, undefined as never);
      day += DAY * Math.ceil((now - day + 1) / DAY);
    }
    let hasHappened = false;
    for (; acts[0] && moment(acts[0].at) <= now; acts.shift()) {
      await stage.act(acts[0]);
      hasHappened = true;
    }
    const queued = await due();
    if (queued !== null && queued <= now) {
      await runJobs();
      await takeMails(stage, calendars, now);
      reminded.push(...(await newReminders(stage, now)));
    }
    const isFirst = isMorning && new Date(now).getUTCDate() === 1;
    if (hasHappened || isFirst) await look(stage, calendars, now, isFirst);
    const waits = await due();
    const next = Math.min(day, acts[0] ? moment(acts[0].at) : day, waits ?? day);
    now =
      next >= moment(OFF.from) && next < moment(OFF.until)
        ? moment(OFF.until)
        : Math.max(next, now + 1);
  }
}

/** When the next job is to be done. */
async function due(): Promise<number | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(run_at) as at from graphile_worker.jobs`.execute(db);
  return rows[0]?.at?.getTime() ?? null;
}

let lastMessage = 0;

/** What was sent of reminders since it was asked last. */
async function newReminders(stage: Stage, now: number): Promise<Reminder[]> {
  const { rows } = await sql<{
    id: number;
    person: string;
    lead: number;
    starts: Date;
    session: number;
  }>`
    select m.id, p.email as person, (m.given ->> 'lead')::int as lead,
      (m.given ->> 'startsAt')::timestamptz as starts, (m.given ->> 'sessionId')::bigint as session
    from message m join person p on p.id = m.person_id
    where m.kind = 'session-reminder' and m.sent_at is not null and m.id > ${lastMessage}
    order by m.id`.execute(db);
  lastMessage = rows.at(-1)?.id ?? lastMessage;
  const at = new Date(now).toISOString();
  return Promise.all(
    rows.map(async ({ person, lead, starts, session }) => ({
      ...{ at, who: everybody.find((who) => stage.addressOf(who) === person) as Who },
      ...{ session: await stage.nameOf(session), lead, starts: starts.getTime() },
    })),
  );
}

const read = new Set<string>();

/** Gives everybody’s calendar what came for it, and keeps what else was said of sessions. */
async function takeMails(stage: Stage, calendars: ReadonlyMap<Who, Calendar>, now: number) {
  const folder = join(env.DATA_DIR, 'outbox');
  const year = new Date(now).toISOString().slice(0, 4);
  const names = (await readdir(folder)).filter((name) => name.startsWith(year) && !read.has(name));
  const named = await stage.namesOf();
  for (const name of names.sort()) {
    read.add(name);
    const raw = await readFile(join(folder, name));
    const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
    const address = mail.to?.[0]?.address ?? '';
    const who = everybody.find((one) => stage.addressOf(one) === address);
    if (!who) continue;
    subjects.push({ who, at: now, subject: mail.subject ?? '' });
    const texts = mail.attachments.map(({ content }) => String(content).replace(/\r?\n/g, '\r\n'));
    for (const text of new Set(texts.filter((one) => one.startsWith('BEGIN:VCALENDAR')))) {
      const message = calendars.get(who)?.take(text);
      if (!message) continue;
      const { method, uid, day, partstat } = message;
      const at = new Date(now).toISOString().slice(0, 16);
      const thing = named.get(uid) ?? uid;
      const of = { at, who, method: method as Told['method'], thing } as const;
      const about = day === null ? 'all of it' : 'its day';
      taken.push({ ...of, day: about, partstat, message, address });
    }
  }
}

/** Looks at what everybody’s calendar and feed show. */
async function look(
  stage: Stage,
  calendars: ReadonlyMap<Who, Calendar>,
  now: number,
  isFirst: boolean,
) {
  const until = now + AHEAD;
  for (const who of everybody) {
    const expected = calendarOf(who, now, until);
    const calendar = calendars.get(who);
    differ(`${who}’s calendar`, now, expected, calendar?.byIcalJs(now, until) ?? []);
    if (isFirst) {
      differ(`${who}’s other calendar`, now, expected, calendar?.byNodeIcal(now, until) ?? []);
    }
    const { has, may } = feedOf(who, now);
    const found = entries(await stage.feedOf(who));
    differ(
      `${who}’s feed`,
      now,
      has,
      found.filter((entry) => has.includes(entry) || !may.includes(entry)),
    );
    const further = found.filter((entry) => !has.includes(entry));
    if (further.length > 3 * 8) wrong.push(`${who}’s feed has ${further.length} further on`);
  }
}

function differ(of: string, now: number, expected: readonly string[], found: readonly string[]) {
  const at = new Date(now).toISOString().slice(0, 16);
  for (const one of expected) if (!found.includes(one)) wrong.push(`${at} ${of} lacks ${one}`);
  for (const one of found) if (!expected.includes(one)) wrong.push(`${at} ${of} has ${one}`);
  if (new Set(found).size < found.length) wrong.push(`${at} ${of} has one twice`);
}

const entries = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((part) => {
      const event = new ICAL.Event(part);
      const span = [event.startDate, event.endDate].map((time) => time.toJSDate().toISOString());
      return `${event.summary} ${span.join(' to ')} ${part.getFirstPropertyValue('status')}`;
    })
    .sort();

test('this machine has the clocks that the year is lived by', () => {
  expect(unlikeThisMachine()).toEqual([]);
});

test('every calendar and every feed shows the sessions there are, each when it is', () => {
  expect(wrong).toEqual([]);
});

test('every message to a calendar is one that the year gives reason for, to each of whom it concerns', () => {
  const plain = taken.map(({ message: _, address: __, ...told }) => told);
  expect(plain.sort(byWords)).toEqual(expectedTold());
});

test('a message names one person, its circle, when it was written and what it is newer than', () => {
  const last = new Map<string, number>();
  for (const { at, who, thing, day, message, address } of taken) {
    const { stamp, attendees, organizer, sequence, uid } = message;
    expect(stamp).toBe(`${at}:00.000Z`);
    expect(attendees).toEqual([`mailto:${address} FALSE`]);
    const session = allSessions.find(({ series, name }) => (series ?? name) === thing);
    expect(organizer).toBe(session?.circle);
    const before = last.get(`${who} ${uid}`) ?? -1;
    expect(sequence).toBeGreaterThan(before);
    last.set(`${who} ${uid}`, sequence);
    const ruled = allSessions
      .filter(({ series }) => series === thing)
      .map(({ ruled }) => new Date(ruled).toISOString());
    if (day === 'its day') expect(ruled).toContain(message.day);
  }
});

test('everybody is reminded as their circle and they themselves want it, and of nothing that was', () => {
  expect([...reminded].sort(inOrder)).toEqual(expectedReminders());
});
test('a reminder says when it is on its reader’s clocks', () => {
  const asked = new Map<string, string>();
  for (const { at, who, starts } of expectedReminders()) {
    const { date, time } = shownAt(zoneAt(who, Date.parse(at)), starts);
    const [, month = '', day] = date.split('-');
    asked.set(`${at} ${who} ${Number(day)} ${MONTHS[Number(month) - 1]}`, time);
  }
  const said = new Map(
    subjects.flatMap(({ who, at, subject }) => {
      const [, day, time] =
        / meets (?:soon, )?on \w+ (\d+ \w+)(?: \d{4})?, (\d\d:\d\d)\b/.exec(subject) ?? [];
      return time ? [[`${new Date(at).toISOString()} ${who} ${day}`, time] as const] : [];
    }),
  );
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(asked));
});
