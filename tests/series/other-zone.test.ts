import { beforeEach, expect, test } from 'vitest';
import { changeSettings } from '#app/circles/commands/change-settings.server.ts';
import { tendSeries } from '#app/series/commands/tend-series.server.ts';
import { ruleOf, weekdayOf } from '#app/series/rules/pattern.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { seriesIn, sessionsIn } from './support.ts';

// Pages know no other clock than the real one.
const now = new Date();
const dayIn = (days: number) =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
const START = dayIn(7);

let circle: CastCircle;
let seriesId: number;
let before: Awaited<ReturnType<typeof sessionsIn>>;
beforeEach(async () => {
  circle = await circleOf({ members: [await person('Noor')] });
  const rule = ruleOf({ by: 'week', every: 1, weekdays: [weekdayOf(START)] });
  seriesId = await seriesIn(circle.host, { rule, startsOn: START }, { now });
  before = await sessionsIn(seriesId);
});

async function moveTo(timeZone: string) {
  const settings = { name: 'Tuesday leads', purpose: '', seats: 8, visibility: 'private' as const };
  const { cloth, version } = await db
    .selectFrom('circle')
    .select(['cloth', 'version'])
    .where('id', '=', circle.id)
    .executeTakeFirstOrThrow();
  const form = { ...settings, cloth: cloth as 'indigo', version, timeZone };
  expect(await changeSettings(circle.host, form)).toEqual({ ok: true });
}

const as = async (path: string, who = circle.host.viewer) => {
  const { status, body } = await ask(`/circles/${circle.slug}/${path}`, {
    cookie: await signInCookie(who),
  });
  expect(status).toBe(200);
  return body;
};

test('a series keeps its clocks where its circle goes by others, says so, and offers those', async () => {
  expect(await as(`series/${seriesId}`)).not.toContain('The circle keeps');
  await moveTo('America/New_York');
  expect(await sessionsIn(seriesId)).toEqual(before);
  const page = await as(`series/${seriesId}`);
  expect(page).toContain('They keep <!-- -->Madrid<!-- -->’s clocks, as they were set.');
  expect(page).toContain('17:30');
  const form = await as(`series/${seriesId}/edit`);
  expect(form).toMatch(/name="zone"[^>]* checked="" value="Europe\/Madrid"/);
  expect(form).toContain('value="America/New_York"');
  // What is made from then on is at half past five in Madrid, too; nobody was mailed of any of it.
  const mails = (await mailTo(circle.members[0]?.viewer.email ?? '')).length;
  await tendSeries({ now: new Date(now.getTime() + 30 * 86_400_000) });
  const made = (await sessionsIn(seriesId)).slice(before.length);
  expect(made.length).toBeGreaterThan(2);
  expect(new Set(made.map(({ at_time }) => at_time))).toEqual(new Set(['17:30']));
  expect(await mailTo(circle.members[0]?.viewer.email ?? '')).toHaveLength(mails);
});

test('a session stays when it is, is shown on the new clocks beside one’s own, and one set now goes by them', async () => {
  await moveTo('America/New_York');
  const noor = circle.members[0]?.viewer;
  const [first] = before;
  const page = await as(`sessions/${first?.id}`, noor);
  expect(page).toContain('16:30');
  expect(page).toContain('your time (Lisbon); ');
  expect(page).toMatch(/1[12]:30 in the circle’s zone/);
  const id = await sessionIn(
    circle.host,
    { date: dayIn(9), time: '18:30', zone: 'America/New_York' },
    { now },
  );
  const { time_zone, at_time } = await db
    .selectFrom('session')
    .select(['time_zone', 'at_time'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect([time_zone, at_time]).toEqual(['America/New_York', '18:30']);
});
