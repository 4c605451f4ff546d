import { expect, test } from 'vitest';
import { administrator } from '#tests/accounts/given.ts';
import { as, post, textOf } from '#tests/circles/visits.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';

const covers = (body: string) => body.split('circle-card"').slice(1);

test('the soonest session comes first and is answered on its circle’s cover, others beside', async () => {
  const noor = await person('Noor');
  const later = await circleOf({ name: 'Later leads', members: [noor] });
  const sooner = await circleOf({ name: 'Sooner leads', members: [noor] });
  await sessionIn(later.host, { date: '2098-12-09' });
  const sessionId = await sessionIn(sooner.host, { date: '2098-12-02' });
  const page = await as(noor, '/');
  const [first = '', second = ''] = covers(page.body);
  expect(first).toContain('Sooner leads');
  expect(second).toContain('Later leads');
  const reply = `/circles/${sooner.slug}/sessions/${sessionId}/reply`;
  expect(first).toContain(`action="${reply}"`);
  expect(page.body.split(`action="${reply}"`)).toHaveLength(2);
  const seen = /name="seen" value="([^"]+)"/.exec(first)?.[1] ?? '';
  const answered = await post(noor, reply, { answer: 'maybe', back: 'home', seen });
  expect(answered).toMatchObject({ status: 303, location: '/' });
  const [again = ''] = covers((await as(noor, '/')).body);
  expect(again).toMatch(
    /value="maybe"[^>]*aria-pressed="true"|aria-pressed="true"[^>]*value="maybe"/,
  );
});

test('notes that are new are on home, circle by circle, until they were read', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ name: 'Tuesday leads', members: [noor] });
  const quiet = await circleOf({ name: 'Quiet leads', members: [noor] });
  const { threadId: thread } = await threadBy(circle.host, { title: 'Who takes the pager?' });
  await noteBy(circle.host, thread, { body: 'Not me again.' });
  await threadBy(await member(noor, quiet.slug), { title: 'By myself' });
  const text = textOf(await as(noor, '/'));
  expect(text).toMatch(/New to you .*Tuesday leads .*Who takes the pager\? 2 new Ines/);
  expect(text).not.toContain('By myself');
  await as(noor, `/circles/${circle.slug}/threads/${thread}`);
  expect(textOf(await as(noor, '/'))).not.toContain('New to you');
  expect(textOf(await as(circle.host.viewer, '/'))).not.toContain('New to you');
});

test('whoever has just set up the site is led to starting a circle first', async () => {
  const admin = await administrator();
  const page = await as(admin, '/');
  const text = textOf(page);
  expect(text.indexOf('You start one')).toBeLessThan(text.indexOf('Someone invites you'));
  expect(page.body).toMatch(
    /class="btn btn-primary"[^>]*href="\/circles\/new"|href="\/circles\/new"[^>]*class="btn btn-primary"/,
  );
  const lena = textOf(await as(await person('Lena'), '/'));
  expect(lena.indexOf('Someone invites you')).toBeLessThan(lena.indexOf('You start one'));
});
