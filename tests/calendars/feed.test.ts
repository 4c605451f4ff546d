import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { readFeed } from '#app/calendars/feed/commands/read-feed.server.ts';
import { feedReads } from '#app/calendars/limits.server.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { sessionForm, sessionIn } from '#tests/sessions/support.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { tripsOf } from '#tests/support/trips.ts';
import { byIcalJs, byNodeIcal, byOthers } from './readers.ts';

let noor: Viewer;
let circle: CastCircle;

beforeEach(async () => {
  noor = await person('Noor');
  circle = await circleOf({ members: [noor] });
});

const CALENDAR = '/account/calendar';

const makes = (circle = '', submissionKey: string = randomUUID()) => ({
  act: 'make',
  ...{ circle, submissionKey },
});

/** The path of an address that Noor makes on her page. */
async function feedOf(of = '', who = noor): Promise<string> {
  const cookie = await signInCookie(who);
  const { status, body } = await ask(CALENDAR, { cookie, form: makes(of) });
  expect(status).toBe(200);
  const [, path] = /http:\/\/localhost:3000(\/calendar\/[\w-]{43}\.ics)/.exec(body) ?? [];
  if (!path) throw new Error('no address');
  return path;
}

/** What a calendar program finds there: each summary with its status. */
async function readAt(path: string) {
  const { status, body } = await ask(path);
  expect(status).toBe(200);
  return byIcalJs(body)
    .calendar.getAllSubcomponents('vevent')
    .map(
      (event) =>
        `${event.getFirstPropertyValue('summary')} ${event.getFirstPropertyValue('status')}`,
    );
}

test('an address is shown once, kept as a hash, and read without signing in', async () => {
  await sessionIn(circle.host, {}, {});
  const path = await feedOf();
  expect(await readAt(path)).toEqual(['Tuesday leads: Why systems surprise us CONFIRMED']);
  const rows = await db.selectFrom('calendar_feed').selectAll().execute();
  const token = path.slice('/calendar/'.length, -'.ics'.length);
  expect(rows.at(-1)?.token_hash).toBe(hashToken(token));
  expect(JSON.stringify(rows)).not.toContain(token);
  const page = await ask(CALENDAR, { cookie: await signInCookie(noor) });
  expect(page.body).not.toContain(token);
  expect(page.body).toContain('All my circles');
});

test('it says what is off, what may be, and nothing of what is talked about', async () => {
  const { host } = circle;
  await sessionIn(host, { title: 'Set' }, {});
  const off = await sessionIn(host, { title: 'Off', date: '2098-12-02' }, {});
  await cancelSession(host, off, { reason: 'A reason that is the circle’s alone' });
  const poll = await pollIn(circle, [
    new Date('2098-12-03T17:00:00Z'),
    new Date('2098-12-04T17:00:00Z'),
  ]);
  const path = await feedOf();
  expect(await readAt(path)).toEqual([
    'Tuesday leads: Set CONFIRMED',
    'Tuesday leads: Off CANCELLED',
    'May be: Tuesday leads: A time for us TENTATIVE',
    'May be: Tuesday leads: A time for us TENTATIVE',
  ]);
  const { body } = await ask(path);
  for (const kept of ['Check-in', 'alone', 'METHOD', 'ORGANIZER', 'ATTENDEE']) {
    expect(body).not.toContain(kept);
  }
  expect(body).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n');
  expect(body).toContain('X-PUBLISHED-TTL:PT4H\r\n');
  expect(body.replace(/\r\n /g, '')).toContain(`/circles/${circle.slug}/polls/${poll}\r\n`);
  // Once it is decided, nothing may be any more.
  await db
    .insertInto('time_poll_end')
    .values({
      circle_id: circle.id,
      poll_id: poll,
      ended_as: 'called_off',
      by_person_id: host.personId,
    })
    .execute();
  expect(await readAt(path)).toHaveLength(2);
});

test('what was over a month ago is gone from it', async () => {
  const sessionId = await sessionIn(circle.host, {}, {});
  const path = await feedOf();
  const back = (days: number) =>
    db
      .updateTable('session')
      .set({ starts_at: new Date(Date.now() - days * 24 * 60 * 60 * 1000) })
      .where('id', '=', sessionId)
      .execute();
  await back(30);
  expect(await readAt(path)).toHaveLength(1);
  await back(32);
  expect(await readAt(path)).toEqual([]);
});

test('what did not change is not sent again, and what did is', async () => {
  const sessionId = await sessionIn(circle.host, {}, {});
  const path = await feedOf();
  const first = await ask(path);
  expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
  expect(first.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
  expect(Date.parse(first.headers.get('Last-Modified') ?? '')).toBeLessThanOrEqual(Date.now());
  const etag = first.headers.get('ETag') ?? '';
  const again = { headers: { 'If-None-Match': `"other", W/${etag}` } };
  const same = await ask(path, again);
  expect([same.status, same.body]).toEqual([304, '']);
  await changeSession(circle.host, sessionId, { ...sessionForm({ place: 'Room 4' }), version: 1 });
  const changed = await ask(path, again);
  expect(changed.status).toBe(200);
  expect(changed.body).toContain('LOCATION:Room 4');
});

test('who leaves a circle reads nothing of it from that moment', async () => {
  const other = await circleOf({ name: 'Handover hour', members: [noor] });
  await sessionIn(circle.host, {}, {});
  await sessionIn(other.host, { date: '2098-12-02' }, {});
  const [all, one] = [await feedOf(), await feedOf(circle.slug)];
  expect([(await readAt(all)).length, (await readAt(one)).length]).toEqual([2, 1]);
  const [member] = circle.members;
  if (member) await leaveCircle(member);
  expect(await readAt(all)).toEqual(['Handover hour: Why systems surprise us CONFIRMED']);
  expect((await ask(one)).status).toBe(404);
  const page = await ask(CALENDAR, { cookie: await signInCookie(noor) });
  expect(page.body).not.toContain('Tuesday leads');
  expect(page.body).toContain('A circle you left');
});

test('one that was ended, made anew, is no address or is of a closed account is not there', async () => {
  const first = await feedOf();
  const second = await feedOf();
  expect((await ask(first)).status).toBe(404);
  expect((await ask(second)).status).toBe(200);
  for (const path of ['/calendar/x.ics', second.replace('.ics', ''), `${second}.ics`]) {
    expect((await ask(path)).status).toBe(404);
  }
  const row = await db
    .selectFrom('calendar_feed')
    .select('id')
    .where('person_id', '=', noor.personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  // Nobody ends another’s.
  const rui = await signInCookie(await person('Rui'));
  await ask(CALENDAR, { cookie: rui, form: { act: 'end', feed: `${row.id}` } });
  expect((await ask(second)).status).toBe(200);
  const cookie = await signInCookie(noor);
  await ask(CALENDAR, { cookie, form: { act: 'end', feed: `${row.id}` } });
  expect((await ask(second)).status).toBe(404);
  const third = await feedOf();
  await db
    .insertInto('person_deactivation')
    .values({ person_id: noor.personId, by_person_id: circle.host.personId })
    .execute();
  expect((await ask(third)).status).toBe(404);
});

test('of a circle that they are not in none is made', async () => {
  const { slug } = await circleOf({ name: 'Elsewhere' });
  const cookie = await signInCookie(noor);
  const refused = await ask(CALENDAR, { cookie, form: makes(slug) });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('You are not in this circle any more.');
});

test('a form that comes twice makes one, and says that it was shown', async () => {
  const cookie = await signInCookie(noor);
  const form = makes();
  const answers = await Promise.all([1, 2].map(() => ask(CALENDAR, { cookie, form })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 303]);
  const [path = ''] =
    /\/calendar\/[\w-]{43}\.ics/.exec(answers.map(({ body }) => body).join('')) ?? [];
  const again = await ask(CALENDAR, { cookie, form: { ...form, circle: circle.slug } });
  expect(again.status).toBe(303);
  const page = await ask(CALENDAR, {
    cookie: [cookie, ...again.cookies].map((one) => one.split(';')[0]).join('; '),
  });
  expect(page.body).toContain('the address was shown the first time');
  expect((await ask(path)).status).toBe(200);
  const rows = await db
    .selectFrom('calendar_feed')
    .select('revoked_at')
    .where('person_id', '=', noor.personId)
    .execute();
  expect(rows).toEqual([{ revoked_at: null }]);
});

test('two that are made at once leave one that works', async () => {
  const paths = await Promise.all(Array.from({ length: 4 }, () => feedOf()));
  const answers = await Promise.all(paths.map((path) => ask(path)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
});

test('one that is read all the time is put off', async () => {
  const path = await feedOf();
  const token = path.slice('/calendar/'.length, -'.ics'.length);
  for (let n = 0; n < 60; n++) await feedReads.take(hashToken(token));
  const refused = await ask(path);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
});

test('in forty circles it is one statement, and every library reads it', async () => {
  const circles: CastCircle[] = [];
  for (let n = 0; n < 39; n++)
    circles.push(await circleOf({ name: `Circle ${n}`, members: [noor] }));
  for (const { host } of circles) {
    await sessionIn(host, {}, {});
    await sessionIn(host, { date: '2098-12-02', title: '' }, {});
  }
  const path = await feedOf();
  const token = path.slice('/calendar/'.length, -'.ics'.length);
  const read = () => readFeed(token);
  const [trips] = await tripsOf(read, read);
  // One counts how often it is read, the other reads it.
  expect(trips?.statements).toBe(2);
  const { body } = await ask(path);
  expect(byIcalJs(body).events).toHaveLength(78);
  expect(byNodeIcal(body).events).toHaveLength(78);
  const { icalendar, vobject, libical } = byOthers([body]);
  if (icalendar) expect(icalendar[0]?.events).toHaveLength(78);
  if (vobject) expect(vobject[0]?.events).toHaveLength(78);
  if (libical) expect(libical).toEqual([{ errors: 0, said: '' }]);
  const begun = performance.now();
  await read();
  console.info(`A feed of forty circles: ${Math.round(performance.now() - begun)} ms.`);
});

/** A poll with these slots. @returns its id */
async function pollIn({ id, host }: CastCircle, slots: readonly Date[]): Promise<number> {
  const poll = await db
    .insertInto('time_poll')
    .values({
      ...{ circle_id: id, kind: 'dates', title: 'A time for us', minutes: 60 },
      ...{ time_zone: 'Europe/Madrid', asked_by: host.personId, submission_key: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const starts_at of slots) {
    await db
      .insertInto('time_poll_slot')
      .values({
        ...{ circle_id: id, poll_id: poll.id, starts_at, at_time: '18:00' },
        ...{
          on_date: starts_at.toISOString().slice(0, 10),
          calendar_uid: `${randomUUID()}@octavo`,
        },
      })
      .execute();
  }
  return poll.id;
}
