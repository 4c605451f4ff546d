import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { saidBy, soonSlots } from './support.ts';

/** The value of a hidden field, in a page. */
const hidden = (body: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(body)?.[1] ?? '';

test('without scripts a circle is asked, answers by one form, and a time is chosen', async () => {
  const sam = await person('Sam');
  const circle = await circleOf({ members: [sam] });
  const cookie = await signInCookie(circle.host.viewer);
  const [from, , to] = soonSlots(new Date()).map(({ date }) => date);
  const path = `/circles/${circle.slug}/polls`;
  const list = await ask(`/circles/${circle.slug}/sessions`, { cookie });
  expect(list.body).toContain('Find a time together');
  const form = new URLSearchParams({
    ...{ submissionKey: randomUUID(), zone: 'Europe/Madrid', minutes: '60', title: 'Tools' },
    ...{ from: from ?? '', to: to ?? '', 'times[0].at': '08:00', step: 'fill' },
  });
  for (const weekday of '1234567') form.append('weekdays', weekday);
  const filled = await ask(`${path}/new`, { cookie, form });
  expect(filled.body.match(/name="slots\[\d\]\.date"/g)).toHaveLength(3);
  form.set('step', '');
  soonSlots(new Date()).forEach(({ date, time }, at) => {
    form.set(`slots[${at}].date`, date);
    form.set(`slots[${at}].time`, time);
  });
  const opened = await ask(`${path}/new`, { cookie, form });
  const poll = opened.location ?? '';
  expect(poll).toMatch(/\/polls\/\d+$/);

  const theirs = await signInCookie(sam);
  const home = await ask('/', { cookie: theirs });
  expect(home.body).toContain('You have not said yet');
  const page = await ask(poll, { cookie: theirs });
  expect(page.body).toContain('Three are left for you');
  const answers: Record<string, string> = { key: hidden(page.body, 'key') };
  ['yes', 'no', 'if_need_be'].forEach((answer, at) => {
    answers[`answers[${at}].slot`] = hidden(page.body, `answers\\[${at}\\]\\.slot`);
    answers[`answers[${at}].was`] = '';
    answers[`answers[${at}].answer`] = answer;
  });
  expect((await ask(poll, { cookie: theirs, form: answers })).status).toBe(303);
  const pollId = Number(poll.split('/').at(-1));
  const [member] = circle.members;
  if (!member) throw new Error('a member');
  const clock = { now: new Date() };
  expect(await saidBy(member, pollId, clock)).toEqual(['yes', 'no', 'if_need_be']);

  const second = answers['answers[1].slot'] ?? '';
  const asked = await ask(`${poll}/choice?slot=${second}`, { cookie });
  expect(asked.body).toContain('Sam said no to this time.');
  const chosen = await ask(`${poll}/choice`, {
    cookie,
    form: { slot: second, refused: hidden(asked.body, 'refused') },
  });
  expect(chosen.location).toMatch(/\/sessions\/\d+$/);
  expect((await ask(poll, { cookie: theirs })).body).toContain('See the session');
});

test('a tap is answered in JSON, and one that comes too late says so', async () => {
  const circle = await circleOf();
  const cookie = await signInCookie(circle.host.viewer);
  const slots = Object.fromEntries(
    soonSlots(new Date()).flatMap(({ date, time }, at) => [
      [`slots[${at}].date`, date],
      [`slots[${at}].time`, time],
    ]),
  );
  const opened = await ask(`/circles/${circle.slug}/polls/new`, {
    cookie,
    form: { submissionKey: randomUUID(), zone: 'Europe/Madrid', minutes: '60', ...slots },
  });
  const poll = opened.location ?? '';
  const slot = hidden((await ask(poll, { cookie })).body, 'answers\\[0\\]\\.slot');
  const tap = (answer: string) =>
    ask(`${poll}/answer`, { cookie, form: { key: randomUUID(), slot, answer } });
  expect(JSON.parse((await tap('yes')).body)).toEqual({ ok: true, left: 2 });
  await ask(`${poll}/ending`, { cookie, form: {} });
  expect(JSON.parse((await tap('no')).body)).toMatchObject({ ok: false });
});
