import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { changeSeries } from '#app/series/commands/change-series.server.ts';
import { endSeries } from '#app/series/commands/end-series.server.ts';
import { skipDay } from '#app/series/commands/skip-day.server.ts';
import { invitationTo } from '#tests/circles/circle.ts';
import { seriesForm, seriesIn, sessionsIn } from '#tests/series/support.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { byIcalJs } from './readers.ts';
import { lastTold, noorsCircle, REAL, START } from './told.ts';

test('one and the following is one mail: the new series, and beside it the end of the old one', async () => {
  const { host, noor } = await noorsCircle();
  const seriesId = await seriesIn(host, { startsOn: START }, REAL);
  const [, , third] = await sessionsIn(seriesId);
  const begun = byIcalJs(await lastTold(noor.email));
  const { submissionKey: _, ...form } = seriesForm({ startsOn: third?.occurs_on ?? '' });
  const series = { ...form, time: '09:00' };
  const change = { series, sessionId: third?.id ?? 0, isFollowing: true, version: 1 };
  const changed = await changeSeries(host, seriesId, change, REAL);
  expect(changed).toMatchObject({ ok: true });
  const [mail, ...earlier] = await mailTo(noor.email);
  expect(earlier).toHaveLength(1);
  const raw = await readFile(join(env.DATA_DIR, 'outbox', `${mail?.id}.eml`), 'utf8');
  // Each is a part of its own that says its METHOD; what is last of the alternatives is the new one.
  expect(raw.match(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/gim)).toHaveLength(
    2,
  );
  const { attachments } = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const parts = attachments.map(({ content }) =>
    byIcalJs(String(content).replace(/\r?\n/g, '\r\n')),
  );
  const [uid] = begun.events.map((event) => event.uid);
  const isOld = (part: (typeof parts)[number]) => part.events[0]?.uid === uid;
  expect(parts.map((part) => [part.method, isOld(part)])).toEqual([
    ['REQUEST', false],
    ['REQUEST', true],
    ['REQUEST', false],
  ]);
  const old = parts.find(isOld)?.calendar.getFirstSubcomponent('vevent');
  if (!old) throw new Error('the end of the old one');
  expect(old.getFirstPropertyValue('sequence')).toBe(1);
  const until = (old.getFirstPropertyValue('rrule') as ICAL.Recur).until?.toJSDate().getTime() ?? 0;
  const at = third?.starts_at.getTime() ?? 0;
  expect(until).toBeLessThan(at);
  expect(until).toBeGreaterThan(at - 7 * 24 * 60 * 60 * 1000);
  // Whoever has seen it in the meantime changes nothing by an old form.
  expect(await changeSeries(host, seriesId, change, REAL)).toEqual({
    ...{ ok: false, reason: 'changed-meanwhile' },
  });
  expect(await mailTo(noor.email)).toHaveLength(2);
});

test('who joins is told a series once, however many are set, and one that ended not at all', async () => {
  const { circle, host } = await noorsCircle();
  const over = await seriesIn(host, { startsOn: START, time: '08:00' }, REAL);
  await endSeries(host, over, { word: '', version: 1 });
  const seriesId = await seriesIn(host, { startsOn: START }, REAL);
  expect((await sessionsIn(seriesId)).length).toBeGreaterThan(10);
  const lena = await person('Lena');
  const { token } = await invitationTo(circle, lena.email);
  await joinCircle(lena, { token }, 1);
  const told = (await mailTo(lena.email)).filter(({ invitation }) => invitation);
  expect(told.map(({ attachments }) => attachments.map(({ name }) => name))).toEqual([
    ['invite.ics'],
  ]);
  const { events, method } = byIcalJs(told[0]?.invitation?.content ?? '');
  expect([method, events.length]).toEqual(['REQUEST', 1]);
  const { calendar_uid } = await db
    .selectFrom('series')
    .select('calendar_uid')
    .where('id', '=', seriesId)
    .executeTakeFirstOrThrow();
  expect(events[0]?.uid).toBe(calendar_uid);
});

test('a series that ends before its first is taken out; one that was keeps what was', async () => {
  const { host, noor } = await noorsCircle();
  const seriesId = await seriesIn(host, { startsOn: START }, REAL);
  const begun = byIcalJs(await lastTold(noor.email));
  await endSeries(host, seriesId, { word: 'Enough.', version: 1 });
  const ended = await lastTold(noor.email);
  const { method, events, calendar } = byIcalJs(ended);
  expect([method, events.map(({ uid }) => uid)]).toEqual(['CANCEL', [begun.events[0]?.uid]]);
  expect(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('sequence')).toBe(1);
  expect(ended).not.toContain('RECURRENCE-ID');
  // Twice is once, also for calendars.
  const many = (await mailTo(noor.email)).length;
  await endSeries(host, seriesId, { word: 'Again.', version: 2 });
  expect(await mailTo(noor.email)).toHaveLength(many);
});

test('a day that is skipped is taken out by itself, and skipped again it is told no second time', async () => {
  const { host, noor } = await noorsCircle();
  const seriesId = await seriesIn(host, { startsOn: START }, REAL);
  const [, second] = await sessionsIn(seriesId);
  const begun = byIcalJs(await lastTold(noor.email));
  await skipDay(host, second?.id ?? 0);
  const off = byIcalJs(await lastTold(noor.email));
  const event = off.calendar.getFirstSubcomponent('vevent');
  if (!event) throw new Error('an event');
  expect([off.method, off.events.map(({ uid }) => uid)]).toEqual([
    'CANCEL',
    [begun.events[0]?.uid],
  ]);
  const day = (event.getFirstPropertyValue('recurrence-id') as ICAL.Time).toJSDate();
  expect(day).toEqual(second?.starts_at);
  expect(event.getFirstPropertyValue('sequence')).toBe(1);
  expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
  const many = (await mailTo(noor.email)).length;
  await skipDay(host, second?.id ?? 0);
  const elsewhere = await circleOf();
  expect(await skipDay(elsewhere.host, second?.id ?? 0)).toEqual({ ok: false, reason: 'gone' });
  expect(await mailTo(noor.email)).toHaveLength(many);
});
