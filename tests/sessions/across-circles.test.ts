import { expect, test } from 'vitest';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { agendasFor, nextSessions } from '#app/sessions/queries/viewer-sessions.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { closeDatabase } from '#db/database.server.ts';
import { countingRelay } from '#tests/bench/round-trips.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, member, person, viewer } from '#tests/support/cast.ts';
import { milestoneIn, now, sessionForm, sessionIn } from './support.ts';

/** Sam is a member of One, facilitates Two, and has nothing to do with Handover hour. */
async function samsCircles() {
  const sam = await person('Sam');
  const one = await circleOf({ name: 'One', members: [sam] });
  const two = await circleOf({ name: 'Two', facilitators: [sam] });
  const other = await circleOf({ name: 'Handover hour' });
  await sessionIn(other.host, { date: '2098-09-30' });
  return { sam: await viewer(sam), one, two };
}

test('the next of each circle, the soonest first: when, what to read, what I said', async () => {
  const { sam, one, two } = await samsCircles();
  const milestoneId = await milestoneIn(one);
  await milestoneIn(two);
  const inOne = await sessionIn(one.host, { date: '2098-12-02', milestoneId });
  await sessionIn(one.host, { date: '2098-12-16' });
  const inTwo = await sessionIn(two.host, { date: '2098-12-01' });
  const next = () => nextSessions(sam, { now });
  const read = { words: 'Chapter 4', pages: 25, bookTitle: 'Thinking in Systems' };
  expect(await next()).toMatchObject([
    { id: inTwo, circle: { name: 'Two' }, read, mine: { answer: null, before: null } },
    { id: inOne, circle: { name: 'One' }, read, mine: { answer: null, before: null } },
  ]);
  const samInTwo = await member(sam, two.slug);
  await replyToSession(samInTwo, inTwo, { answer: 'no' }, { now });
  expect((await next())[0]?.mine).toEqual({ answer: 'no', before: null });
  const later = new Date(now.getTime() + 60_000);
  const edit = { ...sessionForm({ date: '2098-12-03' }), version: 1 };
  await changeSession(two.host, inTwo, edit, { now: later });
  expect((await next()).map(({ id, mine }) => [id, mine])).toEqual([
    [inOne, { answer: null, before: null }],
    [inTwo, { answer: null, before: 'no' }],
  ]);
});

test('are asked for in two round trips, whatever the number of circles', async () => {
  const url = process.env.DATABASE_URL ?? '';
  const relay = await countingRelay(url);
  try {
    const sam = await person('Sam');
    const trips = [];
    for (const circles of [1, 4]) {
      for (let made = 0; made < circles; made++) {
        const circle = await circleOf({ members: [sam] });
        const milestoneId = made % 2 === 0 ? await milestoneIn(circle) : null;
        await sessionIn(circle.host, { milestoneId });
      }
      const samNow = await viewer(sam);
      await closeDatabase();
      process.env.DATABASE_URL = relay.url;
      await viewer(sam);
      relay.taken();
      const found = await nextSessions(samNow, { now });
      trips.push([found.length, relay.taken()]);
      await closeDatabase();
      process.env.DATABASE_URL = url;
    }
    expect(trips).toEqual([
      [1, { statements: 2, waves: 2 }],
      [5, { statements: 2, waves: 2 }],
    ]);
  } finally {
    relay.close();
  }
});

test('a card can be put on agendas only where one runs the sessions', async () => {
  const { sam, one, two } = await samsCircles();
  const first = await sessionIn(one.host, { date: '2098-10-01' });
  const second = await sessionIn(two.host, { date: '2098-10-02' });
  expect(await agendasFor(sam, { now })).toEqual([
    {
      circle: { slug: two.slug, name: 'Two' },
      sessionId: second,
      startsAt: '2098-10-02T16:30:00.000Z',
    },
  ]);
  expect(await sessionOf(two.host, first)).toBeNull();
});

test('home says what is next and asks about it, with the answer one press away', async () => {
  const { sam, one, two } = await samsCircles();
  const cookie = await signInCookie(sam);
  const sessionId = await sessionIn(one.host, { date: '2098-10-01' });
  const path = `/circles/${one.slug}/sessions/${sessionId}`;
  const before = (await ask('/', { cookie })).body;
  expect(before).toContain('Will you come?');
  expect(before).toContain(`action="${path}/reply"`);
  expect(before).not.toContain('aria-pressed="true"');
  expect(before).toContain('Wednesday 1\u00a0October');
  expect(before).toContain(`/circles/${two.slug}/sessions/new`);
  expect(before).not.toContain(`/circles/${one.slug}/sessions/new`);
  expect(before).not.toContain('Handover hour');
  const form = { answer: 'maybe', back: 'home', seen: '2098-10-01T16:30:00.000Z' };
  expect((await ask(`${path}/reply`, { cookie, form })).location).toBe('/');
  const after = (await ask('/', { cookie })).body;
  expect(after.match(/value="(yes|maybe|no)"[^>]*aria-pressed="true"/)?.[1]).toBe('maybe');
});
