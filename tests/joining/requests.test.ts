import { expect, test } from 'vitest';
import { decideRequest } from '#app/joining/commands/decide-request.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { requestToJoin, withdrawRequest } from '#app/joining/commands/request-to-join.server.ts';
import { fullCircle, inLine, invitationTo, lineOf, membersOf } from '#tests/circles/circle.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';

const asking = { word: 'I read the last one with you.', agreementVersion: 1 };
const yes = { decision: 'accepted', answer: 'Welcome.' } as const;
const no = { decision: 'declined', answer: 'We are all in one company.' } as const;

const requestsIn = (circleId: number) =>
  db
    .selectFrom('join_request')
    .select(['id', 'word', 'decision', 'answer'])
    .where('circle_id', '=', circleId)
    .orderBy('id')
    .execute();

const onlyRequest = async (circleId: number) => (await requestsIn(circleId))[0]?.id ?? 0;

test('asking a listed circle tells its host, and says “I’m in”', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  const lena = await person('Lena');
  expect(await requestToJoin(lena, circle.slug, asking)).toEqual({ ok: true });
  expect(await requestsIn(circle.id)).toMatchObject([{ word: asking.word, decision: null }]);
  expect(await membersOf(circle.id)).toEqual(['Ines, host']);
  const consents = await db
    .selectFrom('agreement_consent')
    .select('version')
    .where('circle_id', '=', circle.id)
    .where('person_id', '=', lena.personId)
    .execute();
  expect(consents).toEqual([{ version: 1 }]);
  expect(await messagesOf('request-received')).toHaveLength(1);
});

test('a private circle and no circle answer the same', async () => {
  const circle = await circleOf();
  const lena = await person('Lena');
  expect(await requestToJoin(lena, circle.slug, asking)).toBe(null);
  expect(await requestToJoin(lena, 'no-such-circle-00000', asking)).toBe(null);
  expect(await requestsIn(circle.id)).toEqual([]);
});

test('asking five times at once is one request', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  const lena = await person('Lena');
  await Promise.all([1, 2, 3, 4, 5].map(() => requestToJoin(lena, circle.slug, asking)));
  expect(await requestsIn(circle.id)).toHaveLength(1);
});

test('who is in, or in line, does not ask', async () => {
  const { circle, noor } = await fullCircle({ visibility: 'listed' });
  const [lena] = await inLine(circle, 'Lena');
  if (!lena) throw new Error('nobody in line');
  expect(await requestToJoin(noor, circle.slug, asking)).toEqual({ ok: false, reason: 'member' });
  expect(await requestToJoin(lena, circle.slug, asking)).toEqual({ ok: false, reason: 'in-line' });
});

test('an agreement that changed meanwhile is read before asking', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  const answer = await requestToJoin(await person('Lena'), circle.slug, {
    ...asking,
    agreementVersion: 7,
  });
  expect(answer).toEqual({ ok: false, reason: 'agreement-changed' });
});

test('accepting gives a seat, and mail carries the word', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  await requestToJoin(await person('Lena'), circle.slug, asking);
  const id = await onlyRequest(circle.id);
  expect(await decideRequest(circle.host, id, yes)).toEqual({
    ok: true,
    name: 'Lena',
    seating: { kind: 'seated', already: false },
  });
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Lena']);
  expect(await requestsIn(circle.id)).toMatchObject([{ decision: 'accepted', answer: 'Welcome.' }]);
});

test('declining gives none, and is final', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  await requestToJoin(await person('Lena'), circle.slug, asking);
  const id = await onlyRequest(circle.id);
  expect(await decideRequest(circle.host, id, no)).toMatchObject({ ok: true, seating: null });
  expect(await decideRequest(circle.host, id, yes)).toEqual({ ok: false, reason: 'decided' });
  expect(await membersOf(circle.id)).toEqual(['Ines, host']);
});

test('accepting and declining at once: one decision holds', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  await requestToJoin(await person('Lena'), circle.slug, asking);
  const id = await onlyRequest(circle.id);
  const both = await Promise.all([
    decideRequest(circle.host, id, yes),
    decideRequest(circle.host, id, no),
  ]);
  expect(both.filter((outcome) => outcome?.ok)).toHaveLength(1);
  const [request] = await requestsIn(circle.id);
  expect(await membersOf(circle.id)).toHaveLength(request?.decision === 'accepted' ? 2 : 1);
});

test('accepted into a full circle is a place in line', async () => {
  const { circle } = await fullCircle({ visibility: 'listed' });
  await requestToJoin(await person('Lena'), circle.slug, asking);
  const answer = await decideRequest(circle.host, await onlyRequest(circle.id), yes);
  expect(answer).toMatchObject({ ok: true, seating: { kind: 'waiting' } });
  expect(await lineOf(circle.id)).toEqual(['Lena: waits']);
});

test('another circle’s host has no such request', async () => {
  const [circle, other] = [await circleOf({ visibility: 'listed' }), await circleOf()];
  await requestToJoin(await person('Lena'), circle.slug, asking);
  const id = await onlyRequest(circle.id);
  expect(await decideRequest(other.host, id, yes)).toBe(null);
  expect(await requestsIn(circle.id)).toMatchObject([{ decision: null }]);
});

test('a request is withdrawn once, and not decided after', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  const lena = await person('Lena');
  await requestToJoin(lena, circle.slug, asking);
  const id = await onlyRequest(circle.id);
  expect(await withdrawRequest(await person('Mallory'), circle.slug)).toBe(false);
  expect(await withdrawRequest(lena, circle.slug)).toBe(true);
  expect(await withdrawRequest(lena, circle.slug)).toBe(false);
  expect(await decideRequest(circle.host, id, yes)).toEqual({ ok: false, reason: 'decided' });
  expect(await membersOf(circle.id)).toEqual(['Ines, host']);
});

test('getting in by an invitation ends the request', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  const lena = await person('Lena');
  await requestToJoin(lena, circle.slug, asking);
  const { token } = await invitationTo(circle);
  await joinCircle(lena, { token }, 1);
  expect(await requestsIn(circle.id)).toMatchObject([{ decision: 'withdrawn' }]);
});

test('a host is not asked the same all day', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  const lena = await person('Lena');
  for (let i = 0; i < 3; i++) {
    expect(await requestToJoin(lena, circle.slug, asking)).toEqual({ ok: true });
    await withdrawRequest(lena, circle.slug);
  }
  const again = await requestToJoin(lena, circle.slug, asking);
  expect(again).toEqual({ ok: false, reason: 'too-often' });
});
