import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import { sessionsOf } from '#app/sessions/queries/sessions.server.ts';
import { choiceIn } from '#tests/choosing/support.ts';
import { day } from '#tests/seasons/season.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';

const keyIn = (body: string) => /name="submissionKey" value="([^"]+)"/.exec(body)?.[1];

describe('the same key with other content', () => {
  let circle: CastCircle;
  let cookie: string;
  let path: string;
  beforeAll(async () => {
    circle = await circleOf({ members: [await person('Noor')] });
    cookie = await signInCookie(circle.host.viewer);
    path = `/circles/${circle.slug}`;
  });
  const zone = 'Europe/Madrid';

  test('schedules no second session in silence: both are shown, and the other can be sent', async () => {
    const url = `${path}/sessions/new`;
    const form = {
      ...{ date: day(20), time: '18:30', zone, minutes: '75', title: 'The first', place: '' },
      ...{ 'agenda[0].title': 'Check-in', 'agenda[0].minutes': '10', submissionKey: randomUUID() },
    };
    const first = await ask(url, { cookie, form });
    expect(first.status).toBe(303);
    // The same form, also on other clocks, is the same session.
    const again = { ...form, time: '17:30', zone: 'Europe/Lisbon' };
    expect((await ask(url, { cookie, form: again })).location).toBe(first.location);

    const others = [
      { title: 'Another' },
      { time: '19:30' },
      { minutes: '60' },
      { place: 'Room 4' },
      { 'agenda[0].title': 'Another opening' },
    ];
    for (const other of others) {
      const answer = await ask(url, { cookie, form: { ...form, ...other } });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain('What was saved first');
      expect(answer.body).toContain(`href="${first.location}"`);
      expect(answer.body).toContain(`value="${Object.values(other)[0]}"`);
    }
    expect((await sessionsOf(circle.host, null)).coming).toHaveLength(1);
    const second = { ...form, title: 'Another' };
    const { body } = await ask(url, { cookie, form: second });
    const sent = await ask(url, { cookie, form: { ...second, submissionKey: keyIn(body) ?? '' } });
    expect(sent.status).toBe(303);
    const titles = (await sessionsOf(circle.host, null)).coming.map(({ title }) => title);
    expect(titles.sort()).toEqual(['Another', 'The first']);
  });

  test('opens no second choice and moves none; proposes no other book in silence', async () => {
    const url = `${path}/choosing/new`;
    const form = { step: '', submissionKey: randomUUID(), date: day(9), time: '20:00', zone };
    const first = (await ask(url, { cookie, form })).location ?? '';
    expect((await ask(url, { cookie, form })).location).toBe(first);
    const later = await ask(url, { cookie, form: { ...form, date: day(12) } });
    expect(later.status).toBe(422);
    expect(later.body).toContain(`href="${first}"`);
    expect(later.body).toContain(`value="${day(12)}"`);

    const choiceId = Number(first.split('/').at(-1));
    const books = async () =>
      (await settledChoice(circle.host, choiceId))?.proposals.map(({ title }) => title);
    const book = { submissionKey: randomUUID(), title: 'Accelerate', why: 'Numbers.' };
    const propose = (with_: object) =>
      ask(`${first}/proposals/new`, { cookie, form: { ...book, ...with_ } });
    expect((await propose({})).status).toBe(303);
    expect((await propose({})).status).toBe(303);
    for (const other of [{ title: 'Peopleware' }, { why: 'Because.' }]) {
      const answer = await propose(other);
      expect(answer.status).toBe(422);
      expect(answer.body).toContain('What was saved first');
      expect(answer.body).toContain('Accelerate');
      expect(answer.body).toContain(Object.values(other)[0]);
    }
    expect(await books()).toEqual(['Accelerate']);
    const { body } = await propose({ title: 'Peopleware' });
    const sent = await propose({ title: 'Peopleware', submissionKey: keyIn(body) });
    expect(sent.status).toBe(303);
    expect(await books()).toEqual(['Accelerate', 'Peopleware']);
  });

  test('a choice that somebody else moved shows both times, and takes the other when sent again', async () => {
    const other = await circleOf();
    const theirs = await signInCookie(other.host.viewer);
    const choiceId = await choiceIn(other.host, { date: day(9) }, {});
    const url = `/circles/${other.slug}/choosing/${choiceId}/closing`;
    const form = { form: 'move', what: 'move', step: '', version: '1', time: '21:00', zone };
    const move = (more: object) => ask(url, { cookie: theirs, form: { ...form, ...more } });
    expect((await move({ date: day(10) })).status).toBe(303);
    const late = await move({ date: day(11) });
    expect(late.status).toBe(422);
    expect(late.body).toContain('What is saved now');
    expect(late.body).toContain(`value="${day(11)}"`);
    const version = /name="version" value="(\d+)"/.exec(late.body)?.[1];
    expect((await move({ date: day(11), version })).status).toBe(303);
  });
});
