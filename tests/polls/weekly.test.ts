import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Facilitator, Member } from '#app/access/proofs.ts';
import { changeSlots } from '#app/polls/commands/change-slots.server.ts';
import { chooseSlot } from '#app/polls/commands/choose-slot.server.ts';
import { chooseWeekly } from '#app/polls/commands/choose-weekly.server.ts';
import { sweepPolls } from '#app/polls/commands/sweep-polls.server.ts';
import { subject } from '#app/polls/mail/poll-told.tsx';
import { pollToldToMail } from '#app/polls/queries/mail.server.ts';
import { slotDefaults } from '#app/polls/queries/poll-form.server.ts';
import { pollsOf } from '#app/polls/queries/polls.server.ts';
import { waitingColumn } from '#app/polls/queries/polls-to-answer.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { answerAll, now, pollIn, soonSlots, viewOf } from './support.ts';

const clock = { now };
const every = { every: 1, untilOn: null, readingId: null };

async function scene() {
  const [rui, noor] = [await person('Rui'), await person('Noor')];
  const circle = await circleOf({ facilitators: [rui], members: [noor] });
  const [facilitator] = circle.facilitators;
  const [member] = circle.members;
  if (!facilitator || !member) throw new Error('both of them');
  return { ...circle, rui: facilitator, noor: member };
}

const seriesIn = (circleId: number) =>
  db
    .selectFrom('series')
    .select(['id', 'rule', 'starts_on', 'at_time', 'time_zone', 'until_on', 'title'])
    .where(inCircle({ circleId }, 'series'))
    .execute();

const waitingOf = ({ personId, circleId }: Member) => ({
  ...{ person: String(personId), circles: `array[${circleId}]::bigint[]` },
});

const sessionsOf = (circleId: number) =>
  db
    .selectFrom('session')
    .select(['id', 'on_date', 'at_time', 'series_id'])
    .where(inCircle({ circleId }, 'session'))
    .orderBy('starts_at')
    .execute();

test('the chosen time of the week begins a series, and answers are replies to its first session', async () => {
  const { id, host, rui, noor } = await scene();
  const pollId = await pollIn(host, { kind: 'weekly' });
  await answerAll(host, pollId, ['no', 'yes', null]);
  await answerAll(rui, pollId, ['no', 'if_need_be', null]);
  const [, slot] = (await viewOf(host, pollId)).slots;
  const slotId = slot?.id ?? 0;
  const choice = { slotId, refused: [], every: 2, untilOn: '2099-01-31', readingId: null };
  const chosen = await chooseWeekly(host, pollId, choice, clock);
  if (!chosen.ok) throw new Error(chosen.reason);
  expect(await seriesIn(id)).toEqual([
    {
      ...{ id: chosen.seriesId, title: 'Tools', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE' },
      ...{ starts_on: '2098-12-10', at_time: '08:00', time_zone: 'Europe/Madrid' },
      until_on: '2099-01-31',
    },
  ]);
  const sessions = await sessionsOf(id);
  expect(sessions.map(({ on_date }) => on_date)).toEqual([
    '2098-12-10',
    '2098-12-24',
    '2099-01-07',
    '2099-01-21',
  ]);
  const repliesTo = async (at: number) =>
    new Map(
      (await sessionOf(host, sessions[at]?.id ?? 0, clock))?.people.map(({ id, answer }) => [
        id,
        answer,
      ]),
    );
  const people = [host, rui, noor].map(({ personId }) => personId);
  const [first, second] = [await repliesTo(0), await repliesTo(1)];
  expect(people.map((id) => first.get(id))).toEqual(['yes', 'maybe', null]);
  expect(people.map((id) => second.get(id))).toEqual([null, null, null]);
  expect(await viewOf(noor, pollId)).toMatchObject({
    state: 'chosen',
    chosen: { slotId, sessionId: null, seriesId: chosen.seriesId },
  });
});

test('two who choose at once begin one series, each with another time too', async () => {
  const { id, host, rui } = await scene();
  const pollId = await pollIn(host, { kind: 'weekly' });
  const { slots } = await viewOf(host, pollId);
  const choose = (who: Facilitator, at: number) =>
    chooseWeekly(who, pollId, { slotId: slots[at]?.id ?? 0, refused: [], ...every }, clock);
  const both = await Promise.all([choose(host, 0), choose(rui, 0)]);
  expect(both).toEqual([{ ok: true, seriesId: expect.any(Number) }, both[0]]);
  expect(await choose(rui, 1)).toMatchObject({ ok: false, reason: 'another-first' });
  expect(await seriesIn(id)).toHaveLength(1);

  const other = await pollIn(host, { kind: 'weekly' });
  const others = (await viewOf(host, other)).slots;
  const each = await Promise.all(
    [host, rui].map((who, at) =>
      chooseWeekly(who, other, { slotId: others[at]?.id ?? 0, refused: [], ...every }, clock),
    ),
  );
  expect(each.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await seriesIn(id)).toHaveLength(2);
});

test('a choice of the other kind, one refused since, or one that never falls sets nothing', async () => {
  const { id, host, noor } = await scene();
  const [weekly, dates] = [await pollIn(host, { kind: 'weekly' }), await pollIn(host)];
  const slotIn = async (poll: number) => (await viewOf(host, poll)).slots[0]?.id ?? 0;
  const slotId = await slotIn(weekly);
  const none = { ok: false, reason: 'other-kind' };
  expect(await chooseSlot(host, weekly, { slotId, refused: [] }, clock)).toEqual(none);
  const other = { slotId: await slotIn(dates), refused: [], ...every };
  expect(await chooseWeekly(host, dates, other, clock)).toEqual(none);
  const early = { slotId, refused: [], ...every, untilOn: '2098-12-01' };
  expect(await chooseWeekly(host, weekly, early, clock)).toMatchObject({ reason: 'no-day' });
  await answerAll(noor, weekly, ['no', null, null]);
  expect(await chooseWeekly(host, weekly, { slotId, refused: [], ...every }, clock)).toMatchObject({
    reason: 'refused-since',
  });
  expect([await seriesIn(id), await sessionsOf(id)]).toEqual([[], []]);
  expect(await viewOf(host, weekly)).toMatchObject({ state: 'open' });
});

test('a time of the week is not over once its first day has passed: it comes again', async () => {
  const { id, host, noor } = await scene();
  // Open until after all their first days.
  const closes = { date: '2099-01-15', time: '18:00' };
  const pollId = await pollIn(host, { kind: 'weekly', closes });
  await answerAll(host, pollId, ['yes', 'yes', 'yes']);
  const first = await viewOf(host, pollId);
  // Tuesday has come and gone twice since the poll was asked; Wednesday comes again first.
  const later = { now: new Date('2098-12-16T07:30:00Z') };
  const view = await viewOf(noor, pollId, later);
  expect(view).toMatchObject({ state: 'open', left: 3 });
  const [tuesday, wednesday, thursday] = first.slots.map(({ id }) => id);
  expect(view.slots.map(({ id, startsAt, ahead }) => [id, startsAt.slice(0, 16), ahead])).toEqual([
    [wednesday, '2098-12-17T07:00', true],
    [thursday, '2098-12-18T07:00', true],
    [tuesday, '2098-12-23T07:00', true],
  ]);
  expect(await pollsOf(noor, later)).toMatchObject([{ id: pollId, kind: 'weekly', left: 3 }]);
  const { rows } = await sql<{ polls: unknown }>`
    select ${sql.raw(waitingColumn({ ...waitingOf(noor), now: `'${later.now.toISOString()}'` }))} as polls
  `.execute(acrossCircles(db, 'a column with circles of its own'));
  expect(rows[0]?.polls).toMatchObject([{ id: pollId, kind: 'weekly', left: 3 }]);

  expect(await answerAll(noor, pollId, ['no', null, null], { clock: later })).toMatchObject({
    ...{ ok: true, kept: 1, left: 2 },
  });
  const day = { now: new Date('2099-01-14T12:00:00Z') };
  await sweepPolls(day);
  const reminded = (await messagesOf('poll-reminder')).filter(
    ({ given }) => given.pollId === pollId,
  );
  expect(reminded.map(({ personId }) => personId)).toContain(noor.personId);
  const chosen = await chooseWeekly(
    host,
    pollId,
    { slotId: tuesday ?? 0, refused: [], ...every, untilOn: '2099-02-01' },
    later,
  );
  expect(chosen).toMatchObject({ ok: true });
  expect((await seriesIn(id))[0]).toMatchObject({ starts_on: '2098-12-23' });
  expect((await sessionsOf(id))[0]).toMatchObject({ on_date: '2098-12-23' });
});

test('times of the week that begin in another week are the same times, with their answers', async () => {
  const { host, noor } = await scene();
  const pollId = await pollIn(host, { kind: 'weekly' });
  await answerAll(noor, pollId, ['yes', 'no', 'if_need_be']);
  const before = (await viewOf(host, pollId)).slots.map(({ id }) => id);
  const later = { now: new Date('2098-12-16T07:30:00Z') };
  const { from } = (await slotDefaults(host, pollId, later)) ?? { from: '' };
  expect(from).toBe('2098-12-17');
  const slots = ['2098-12-23', '2098-12-17', '2098-12-18', '2098-12-08'].map((date) => ({
    ...{ date, time: '08:00', choice: undefined },
  }));
  const change = { slots, closes: null, version: 1 };
  expect(await changeSlots(host, pollId, change, later)).toEqual({ ok: true });
  const { slots: after } = await viewOf(noor, pollId, later);
  const answers = new Map(after.map(({ id, answers }) => [id, answers[0]]));
  expect(before.map((id) => answers.get(id))).toEqual(['yes', 'no', 'if_need_be']);
  // The new one, of a Monday that has passed, begins on the next.
  expect(after.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
    ...['2098-12-17', '2098-12-18', '2098-12-22', '2098-12-23'],
  ]);
});

test('mails and lines ask for a weekly time, not for one day', async () => {
  const { host, noor } = await scene();
  const pollId = await pollIn(host, { kind: 'weekly', title: '' }, { now: new Date() });
  const given = { pollId, personId: noor.personId, byPersonId: host.personId };
  const told = await pollToldToMail(given, 'opened');
  expect(told?.kind).toBe('weekly');
  expect(told && subject(told)).toMatch(/: which weekly time suits you\?$/);
  const cookie = await signInCookie(noor.viewer);
  for (const page of ['/', `/circles/${noor.circle.slug}`, '/inbox']) {
    const { body } = await ask(page, { cookie });
    expect(body, page).toContain('Which weekly time suits you?');
    expect(body, page).not.toContain('When could you meet');
  }
});

/** The value of a hidden field, in a page. */
const hidden = (body: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(body)?.[1] ?? '';

test('without scripts times of the week are asked, changed and chosen', async () => {
  const circle = await circleOf();
  const cookie = await signInCookie(circle.host.viewer);
  const path = `/circles/${circle.slug}/polls`;
  const first = await ask(`${path}/new?kind=weekly`, { cookie });
  expect(hidden(first.body, 'kind')).toBe('weekly');
  const form = new URLSearchParams({
    ...{ kind: 'weekly', submissionKey: randomUUID(), zone: 'Europe/Madrid', minutes: '60' },
    ...{ from: soonSlots(new Date())[0]?.date ?? '', 'times[0].at': '17:30', step: 'fill' },
  });
  for (const weekday of '24') form.append('weekdays', weekday);
  const filled = await ask(`${path}/new`, { cookie, form });
  expect(filled.body.match(/name="slots\[\d\]\.weekday"/g)).toHaveLength(2);
  form.set('step', '');
  const rows = { 'slots[0].weekday': '2', 'slots[1].weekday': '4' };
  for (const [name, value] of Object.entries(rows)) form.set(name, value);
  for (const at of [0, 1]) form.set(`slots[${at}].time`, '17:30');
  const poll = (await ask(`${path}/new`, { cookie, form })).location ?? '';
  const page = await ask(poll, { cookie });
  for (const name of ['Tuesdays, 17:30', 'Thursdays, 17:30']) expect(page.body).toContain(name);

  const change = await ask(`${poll}/slots`, { cookie });
  const changed = await ask(`${poll}/slots`, {
    cookie,
    form: {
      ...{ ...rows, kind: 'weekly', version: '1', from: hidden(change.body, 'from') },
      ...{ 'slots[0].time': '17:30', 'slots[1].time': '17:30' },
      ...{ 'slots[2].weekday': '5', 'slots[2].time': '09:00' },
    },
  });
  expect(changed.status).toBe(303);
  const pollId = Number(poll.split('/').at(-1));
  const { slots } = await viewOf(circle.host, pollId, { now: new Date() });
  expect(slots).toHaveLength(3);
  const kept = hidden(page.body, 'answers\\[0\\]\\.slot');
  expect(slots.map(({ id }) => String(id))).toContain(kept);

  const asked = await ask(`${poll}/choice?slot=${kept}`, { cookie });
  expect(asked.body).toContain('Every second week');
  const chosen = await ask(`${poll}/choice`, {
    cookie,
    form: { slot: kept, refused: '', every: '1', ends: 'never' },
  });
  expect(chosen.location).toMatch(/\/series\/\d+$/);
  expect((await ask(poll, { cookie })).body).toContain('See the sessions');
});
