import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { nextSession, sessionOf, sessionsOf } from '#app/sessions/queries/sessions.server.ts';
import { resolveLocalTime } from '#app/time/local-time.ts';
import { dayOf } from '#app/time/words.ts';
import { nextClockChanges } from '#tests/journeys/support/clock-changes.ts';
import { type Answer, ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { sessionIn } from './support.ts';

const year = new Date().getUTCFullYear() + 1;
const { never, twice } = nextClockChanges('Europe/Madrid');

let circle: CastCircle;
let path: string;
let host: string;
let member: string;
beforeAll(async () => {
  const noor = await person('Noor');
  circle = await circleOf({ members: [noor, await person('Priya')] });
  path = `/circles/${circle.slug}/sessions`;
  host = await signInCookie(circle.host.viewer);
  member = await signInCookie(noor);
});

/** A whole page in a failure would hide what failed. */
const says = ({ body }: Answer, words: string) => body.includes(words);

const form = {
  date: `${year}-12-01`,
  time: '18:30',
  zone: 'Europe/Madrid',
  title: 'Why <systems> surprise us',
  minutes: '75',
  place: 'Room 4',
  'agenda[0].title': 'Check-in',
  'agenda[0].minutes': '10',
};

describe('scheduling', () => {
  const post = (more: Record<string, string>) =>
    ask(`${path}/new`, { cookie: host, form: { submissionKey: randomUUID(), ...form, ...more } });
  const nothingYet = async () => {
    expect(await nextSession(circle.host)).toBeNull();
  };

  test('is for facilitators; a member learns what to wait for', async () => {
    expect((await ask(`${path}/new`, { cookie: member })).status).toBe(404);
    expect((await ask(`${path}/new`, { cookie: member, form })).status).toBe(404);
    expect(says(await ask(path, { cookie: member }), 'Your facilitator sets the next one.')).toBe(
      true,
    );
    await nothingYet();
  });

  test('checks the time for everyone without saving', async () => {
    const checked = await post({ step: 'check' });
    expect(checked.status).toBe(200);
    for (const words of [
      'Lisbon',
      '17:30',
      'Kolkata',
      '23:00',
      'late for one',
      '16:30 in Madrid',
    ]) {
      expect(says(checked, words), words).toBe(true);
    }
    expect(says(checked, 'value="Why &lt;systems&gt; surprise us"')).toBe(true);
    await nothingYet();
  });

  test('offers the next valid time, and takes it with one press', async () => {
    const gap = { ...never.at };
    const refused = await post(gap);
    expect(refused.status).toBe(422);
    expect(says(refused, `The next there is: ${never.next.time}.`)).toBe(true);
    expect(says(refused, `value="take:${never.next.date}T${never.next.time}"`)).toBe(true);
    expect(says(refused, 'value="Check-in"')).toBe(true);
    const taken = await post({ ...gap, step: `take:${never.next.date}T${never.next.time}` });
    expect(taken.status).toBe(200);
    expect(says(taken, `value="${never.next.time}"`)).toBe(true);
    await nothingYet();
  });

  test('asks which, when an hour comes twice', async () => {
    const refused = await post({ ...twice });
    expect(refused.status).toBe(422);
    expect(says(refused, 'The first, UTC+02:00 (CEST)')).toBe(true);
    expect(says(refused, 'The second, UTC+01:00 (CET)')).toBe(true);
    await nothingYet();
  });

  test('refuses each wrong field beside it and keeps every word', async () => {
    const refused = await post({
      date: `${year}-02-30`,
      time: '25:00',
      minutes: '5',
      'agenda[1].title': 'No minutes',
    });
    expect(refused.status).toBe(422);
    for (const words of [
      'Choose a day.',
      'Choose a time, such as 18:30.',
      'At least 10 minutes.',
      'Say how many minutes.',
      'value="No minutes"',
    ]) {
      expect(says(refused, words), words).toBe(true);
    }
    expect(says(await post({ date: '2020-01-01' }), 'That is in the past.')).toBe(true);
    const other = await circleOf();
    const foreign = await post({ facilitatorId: String(other.host.personId) });
    expect(foreign.status).toBe(422);
    expect(says(foreign, 'They are not in this circle any more.')).toBe(true);
    const unread = await post({ milestoneId: '999999' });
    expect(says(unread, 'That milestone is not in this circle’s plan any more.')).toBe(true);
    await nothingYet();
  });

  test('adds, moves and removes agenda rows without saving', async () => {
    const added = await post({ step: 'add-card', addCard: 'openers/who-taught-you-that' });
    expect(added.status).toBe(200);
    expect(says(added, 'name="agenda[1].card" value="who-taught-you-that"')).toBe(true);
    const none = await post({ step: 'add-card' });
    expect(none.status).toBe(422);
    expect(says(none, 'Choose a card from the list first.')).toBe(true);
    const found = await post({ step: 'find-cards', cardMinutes: '10', cardWords: 'listen' });
    expect(found.status).toBe(200);
    expect(says(found, 'value="Check-in"')).toBe(true);
    const [, button = ''] = /value="(add-card:[a-z-]+\/[a-z-]+)"/.exec(found.body) ?? [];
    expect(found.body.match(/value="add-card:/g)?.length).toBeLessThanOrEqual(24);
    expect(says(found, 'value="listen"')).toBe(true);
    const chosen = await post({ step: button, cardMinutes: '10', cardWords: 'listen' });
    expect(says(chosen, `name="agenda[1].card" value="${button.split('/')[1]}"`)).toBe(true);
    expect(says(chosen, `value="${button}"`)).toBe(true);
    expect((await post({ step: 'add-card:openers/no-such-card' })).status).toBe(422);
    const fitsNone = await post({ step: 'find-cards', cardWords: 'zzzz' });
    expect(says(fitsNone, 'No card fits all of that.')).toBe(true);
    const two = { 'agenda[1].title': 'Closing', 'agenda[1].minutes': '70' };
    const up = await post({ ...two, step: 'up:1' });
    expect(up.body.indexOf('value="Closing"')).toBeLessThan(up.body.indexOf('value="Check-in"'));
    expect(says(up, '80 of 75 minutes, ends about 19:50, 5 minutes over')).toBe(true);
    expect(says(up, 'min · </span>to 19:40')).toBe(true);
    expect(says(await post({ ...two, step: 'remove:0' }), 'value="Check-in"')).toBe(false);
    await nothingYet();
  });

  test('then it is there for everyone, once', async () => {
    const key = { submissionKey: randomUUID() };
    const made = await post(key);
    expect(made.status).toBe(303);
    expect((await post(key)).location).toBe(made.location);
    expect((await sessionsOf(circle.host, null)).coming).toHaveLength(1);
    const seen = await ask(made.location ?? '', { cookie: member });
    expect(says(seen, 'Why &lt;systems&gt; surprise us')).toBe(true);
    expect(says(seen, '18:30 in the circle’s zone')).toBe(true);
    expect(says(seen, 'Change or move it')).toBe(false);
  });
});

test('a lost update shows both, and the next save goes through', async () => {
  const sessionId = await sessionIn(circle.host);
  const edit = { ...form, version: '1' };
  const first = await ask(`${path}/${sessionId}/edit`, {
    cookie: host,
    form: { ...edit, place: 'Roof' },
  });
  expect(first.status).toBe(303);
  const lost = await ask(`${path}/${sessionId}/edit`, {
    cookie: host,
    form: { ...edit, place: 'Cellar' },
  });
  expect(lost.status).toBe(422);
  for (const words of [
    'Someone changed this session',
    'Roof',
    'value="Cellar"',
    'name="version" value="2"',
  ]) {
    expect(says(lost, words), words).toBe(true);
  }
  const again = { ...edit, version: '2', place: 'Cellar' };
  expect((await ask(`${path}/${sessionId}/edit`, { cookie: host, form: again })).status).toBe(303);
  expect((await sessionOf(circle.host, sessionId))?.place).toBe('Cellar');
});

test('answering: one press keeps the word, the field changes or clears it', async () => {
  const sessionId = await sessionIn(circle.host);
  const reply = (form: Record<string, string>) =>
    ask(`${path}/${sessionId}/reply`, { cookie: member, form });
  const mine = async () => {
    const session = await sessionOf(circle.host, sessionId);
    return session?.people.find(({ name }) => name === 'Noor');
  };
  const late = { answer: 'maybe', word: 'Ten minutes late', hasWord: 'yes' };
  expect((await reply(late)).location).toBe(`${path}/${sessionId}`);
  expect((await reply({ answer: 'yes', back: 'circle' })).location).toBe(`/circles/${circle.slug}`);
  expect(await mine()).toMatchObject({ answer: 'yes', word: 'Ten minutes late' });
  await reply({ answer: 'no', word: '', hasWord: 'yes' });
  expect(await mine()).toMatchObject({ answer: 'no', word: '' });
  expect((await reply({ answer: 'perhaps' })).status).toBe(422);
  // Enter in the word, before any answer was given.
  const unsaid = await reply({ answer: '', word: 'Travelling', hasWord: 'yes' });
  expect(unsaid.status).toBe(422);
  expect(says(unsaid, 'Choose one of the three.')).toBe(true);
  expect(says(unsaid, 'value="Travelling"')).toBe(true);
  const long = await reply({ answer: 'yes', word: 'x'.repeat(281), hasWord: 'yes' });
  expect(long.status).toBe(422);
  expect(says(long, 'x'.repeat(281))).toBe(true);
  expect((await reply({ answer: 'yes', back: 'https://evil.example' })).location).toBe(
    `${path}/${sessionId}`,
  );
});

test('an answer to a session that moved meanwhile is asked for again, its word kept', async () => {
  const sessionId = await sessionIn(circle.host);
  const seen = (await sessionOf(circle.host, sessionId))?.startsAt ?? '';
  const edit = { ...form, version: '1', time: '20:00' };
  await ask(`${path}/${sessionId}/edit`, { cookie: host, form: edit });
  const answer = { answer: 'yes', word: 'Gladly', hasWord: 'yes', seen };
  const again = await ask(`${path}/${sessionId}/reply`, { cookie: member, form: answer });
  expect(again.status).toBe(422);
  for (const words of [
    `It has moved meanwhile, to ${dayOf(form.date)}, 19:00. Can you come then?`,
    'value="Gladly"',
    `name="seen" value="${year}-12-01T19:00:00.000Z"`,
  ]) {
    expect(says(again, words), words).toBe(true);
  }
});

test('at an hour that comes twice the form of a session says which, and can change it', async () => {
  const sessionId = await sessionIn(circle.host, { ...twice, choice: 'second' }, {});
  const url = `${path}/${sessionId}/edit`;
  const page = await ask(url, { cookie: host });
  expect(says(page, `Which ${twice.time} do you mean?`)).toBe(true);
  expect(page.body).toMatch(/<input[^>]*checked=""[^>]*value="second"/);
  const first = { ...form, ...twice, version: '1', timeChoice: 'first' };
  expect((await ask(url, { cookie: host, form: first })).status).toBe(303);
  const typed = { ...twice, zone: 'Europe/Madrid' };
  const earlier = resolveLocalTime(typed, { now: new Date(), choice: 'first' });
  expect(earlier).toMatchObject({ ok: true });
  const { startsAt } = (await sessionOf(circle.host, sessionId)) ?? {};
  expect(earlier).toMatchObject({ startsAt: new Date(startsAt ?? '') });
});

test('a day far ahead stays with its session, and is refused as another one', async () => {
  const sessionId = await sessionIn(circle.host, { date: '2098-12-01' });
  const far = {
    ...form,
    date: '2098-12-01',
    ...{ place: 'Room 4', version: '1', facilitatorId: '', milestoneId: '' },
  };
  const send = (more: Record<string, string>) =>
    ask(`${path}/${sessionId}/edit`, { cookie: host, form: { ...far, ...more } });
  const moved = await send({ title: 'Moved', date: '2098-12-02' });
  expect(moved.status).toBe(422);
  expect(says(moved, 'This is more than 10 years ahead.')).toBe(true);
  expect(says(moved, 'value="Moved"')).toBe(true);
  expect((await send({ title: 'Renamed' })).status).toBe(303);
  expect(await sessionOf(circle.host, sessionId)).toMatchObject({
    title: 'Renamed',
    startsAt: '2098-12-01T17:30:00.000Z',
  });
  const near = await send({ title: 'Near', date: `${year}-12-01`, version: '2' });
  expect(near.status).toBe(303);
});

test('where nothing can be done any more, the page says so; what was typed is shown again', async () => {
  const sessionId = await sessionIn(circle.host);
  const cancelled = await ask(`${path}/${sessionId}/cancellation`, {
    cookie: host,
    form: { reason: 'Half of us are ill.' },
  });
  expect(cancelled.status).toBe(303);
  for (const page of ['edit', 'agenda', 'cancellation', 'reply']) {
    const shown = await ask(`${path}/${sessionId}/${page}`, { cookie: host });
    expect(shown.status, page).toBe(200);
    expect(says(shown, 'This session is cancelled'), page).toBe(true);
    expect(says(shown, 'Back to the session'), page).toBe(true);
    expect(says(shown, '<textarea') || says(shown, 'name="date"'), page).toBe(false);
  }
  const late = await ask(`${path}/${sessionId}/edit`, {
    cookie: host,
    form: { ...form, version: '2', title: 'Typed in vain' },
  });
  expect(late.status).toBe(422);
  expect(says(late, 'This session is over or cancelled')).toBe(true);
  expect(says(late, 'value="Typed in vain"')).toBe(true);
});

test('cancelling asks for a reason, and the page keeps it', async () => {
  const sessionId = await sessionIn(circle.host);
  const url = `${path}/${sessionId}/cancellation`;
  const empty = await ask(url, { cookie: host, form: {} });
  expect(empty.status).toBe(422);
  expect(says(empty, 'Say why: the others read it.')).toBe(true);
  expect((await ask(url, { cookie: member, form: { reason: 'No.' } })).status).toBe(404);
  expect((await ask(url, { cookie: host, form: { reason: 'Half of us are ill.' } })).status).toBe(
    303,
  );
  const page = await ask(`${path}/${sessionId}`, { cookie: member });
  expect(says(page, 'Half of us are ill.')).toBe(true);
  expect(says(page, 'Will you come?')).toBe(false);
  const list = await ask(path, { cookie: member });
  expect(says(list, 'Cancelled: Half of us are ill.')).toBe(true);
});

test('cards are chosen for an agenda with the filters there are for cards', async () => {
  const sessionId = await sessionIn(circle.host);
  const url = `${path}/${sessionId}/agenda`;
  const all = await ask(url, { cookie: host });
  expect(says(all, 'Add What I put down to be here to the agenda')).toBe(true);
  const found = await ask(`${url}?q=burnout&minutes=30`, { cookie: host });
  expect(says(found, 'Add Running low to the agenda')).toBe(true);
  expect(says(found, 'Troika consulting')).toBe(false);
  expect(says(await ask(`${url}?q=xylophone`, { cookie: host }), 'No card fits')).toBe(true);
});

test('a card page puts its card on the agenda', async () => {
  const sessionId = await sessionIn(circle.host);
  const card = { deck: 'openers', card: 'who-taught-you-that' };
  const page = await ask('/cards/openers/who-taught-you-that', { cookie: host });
  expect(says(page, `${path}/${sessionId}/agenda`)).toBe(true);
  const onMembers = await ask('/cards/openers/who-taught-you-that', { cookie: member });
  expect(says(onMembers, '/agenda"')).toBe(false);
  expect((await ask(`${path}/${sessionId}/agenda`, { cookie: member, form: card })).status).toBe(
    404,
  );
  const added = await ask(`${path}/${sessionId}/agenda`, { cookie: host, form: card });
  expect(added.location).toBe(`${path}/${sessionId}`);
  const none = await ask(`${path}/${sessionId}/agenda`, {
    cookie: host,
    form: { deck: '../../etc', card: 'passwd' },
  });
  expect(none.status).toBe(422);
  expect(says(none, 'There is no such card any more.')).toBe(true);
});

test('the calendar file is for members only, and a file', async () => {
  const sessionId = await sessionIn(circle.host, { title: 'Größe ✂️' });
  const file = await ask(`${path}/${sessionId}/session.ics`, { cookie: member });
  expect(file.status).toBe(200);
  expect(file.headers.get('Content-Type')).toContain('text/calendar');
  expect(file.headers.get('Cache-Control')).toContain('no-store');
  expect(file.body).toContain('SUMMARY:Tuesday leads: Größe ✂️\r\n');
  const other = await circleOf();
  const cookie = await signInCookie(other.host.viewer);
  expect((await ask(`${path}/${sessionId}/session.ics`, { cookie })).status).toBe(404);
  const theirs = `/circles/${other.slug}/sessions/${sessionId}`;
  for (const page of ['', '/edit', '/session.ics', '/reply', '/cancellation', '/agenda']) {
    expect((await ask(theirs + page, { cookie })).status, page).toBe(404);
  }
});

test('a cancelled session can be held after all until it was to begin, by who runs the circle', async () => {
  const sessionId = await sessionIn(circle.host);
  const url = `${path}/${sessionId}`;
  const off = { cookie: host, form: { reason: 'Half of us are ill.' } };
  const cancelled = await ask(`${url}/cancellation`, off);
  expect(decodeURIComponent(cancelled.cookies.join())).toContain(
    `session-cancelled:${circle.slug}/sessions/${sessionId}`,
  );
  expect(says(await ask(url, { cookie: host }), 'Hold it after all')).toBe(true);
  expect(says(await ask(url, { cookie: member }), 'Hold it after all')).toBe(false);
  const post = (cookie: string) => ask(`${url}/restoration`, { cookie, form: {} });
  expect((await post(member)).status).toBe(404);
  expect((await sessionOf(circle.host, sessionId))?.cancelled).not.toBeNull();
  expect((await post(host)).status).toBe(303);
  expect((await sessionOf(circle.host, sessionId))?.cancelled).toBeNull();

  await ask(`${url}/cancellation`, off);
  await db
    .updateTable('session')
    .set({ starts_at: new Date(Date.now() - 1000) })
    .where('id', '=', sessionId)
    .execute();
  const late = await post(host);
  expect(late.status).toBe(422);
  expect(says(late, 'so it stays cancelled')).toBe(true);
});
