import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { changeSettings } from '#app/circles/commands/change-settings.server.ts';
import { leaveCircle, removeMember } from '#app/circles/commands/members.server.ts';
import { OFFER_DAYS } from '#app/circles/rules/circles.ts';
import {
  acceptSeat,
  leaveLine,
  removeFromLine,
  settleCircle,
} from '#app/joining/commands/answer-offer.server.ts';
import {
  fullCircle,
  inLine,
  jobsNamed,
  letOffersLapse,
  lineOf,
  membersOf,
} from '#tests/circles/circle.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';

const settings = (seats: number) => ({
  name: 'Tuesday leads',
  purpose: '',
  seats,
  timeZone: 'Europe/Madrid',
  visibility: 'private' as const,
  cloth: 'pine' as const,
  version: 1,
});

const placeIn = (circleId: number) =>
  db
    .selectFrom('waiting_place')
    .select(['id', 'offered_at', 'offer_expires_at'])
    .where('circle_id', '=', circleId)
    .orderBy('id')
    .executeTakeFirstOrThrow();

test('a seat that frees is offered to the first in line, by mail, for three days', async () => {
  const { circle, noor } = await fullCircle();
  await inLine(circle, 'Lena', 'Sam');
  expect(await lineOf(circle.id)).toEqual(['Lena: waits', 'Sam: waits']);
  await leaveCircle(await member(noor, circle.slug));
  expect(await lineOf(circle.id)).toEqual(['Lena: offered', 'Sam: waits']);
  const place = await placeIn(circle.id);
  const held = Number(place.offer_expires_at) - Number(place.offered_at);
  expect(held).toBe(OFFER_DAYS * 24 * 60 * 60 * 1000);
  const mails = await messagesOf('seat-offered');
  expect(mails.filter(({ given }) => given.placeId === place.id)).toHaveLength(1);
  const lapse = await jobsNamed('settle-seats');
  expect(lapse.map(({ key }) => key)).toContain(`seat-offer-${place.id}`);
});

test('removing a member and adding seats free them too', async () => {
  const { circle, noor } = await fullCircle();
  await inLine(circle, 'Lena', 'Sam', 'Amara');
  await removeMember(circle.host, noor.personId, '');
  expect(await lineOf(circle.id)).toEqual(['Lena: offered', 'Sam: waits', 'Amara: waits']);
  expect(await changeSettings(circle.host, settings(5))).toEqual({ ok: true });
  expect(await lineOf(circle.id)).toEqual(['Lena: offered', 'Sam: offered', 'Amara: offered']);
});

test('an offer that lapses goes to the next, when the job runs', async () => {
  const { circle, noor } = await fullCircle();
  await inLine(circle, 'Lena', 'Sam');
  await leaveCircle(await member(noor, circle.slug));
  await settleCircle(circle.id);
  expect(await lineOf(circle.id)).toEqual(['Lena: offered', 'Sam: waits']);
  await letOffersLapse(circle.id);
  await Promise.all([settleCircle(circle.id), settleCircle(circle.id)]);
  expect(await lineOf(circle.id)).toEqual(['Lena: lapsed', 'Sam: offered']);
});

test('an offer that lapsed is not taken, whether or not the job ran', async () => {
  const { circle, noor } = await fullCircle();
  const [lena] = await inLine(circle, 'Lena', 'Sam');
  if (!lena) throw new Error('nobody in line');
  await leaveCircle(await member(noor, circle.slug));
  await letOffersLapse(circle.id);
  expect(await acceptSeat(lena, circle.slug)).toEqual({ ok: false, reason: 'lapsed' });
  expect(await lineOf(circle.id)).toEqual(['Lena: lapsed', 'Sam: offered']);
  expect(await acceptSeat(lena, circle.slug)).toBe(null);
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Rui']);
});

test('declining passes the seat on and forgets its deadline', async () => {
  const { circle, noor } = await fullCircle();
  const [lena] = await inLine(circle, 'Lena', 'Sam');
  if (!lena) throw new Error('nobody in line');
  await leaveCircle(await member(noor, circle.slug));
  const { id } = await placeIn(circle.id);
  expect(await leaveLine(lena, circle.slug)).toEqual({ ok: true });
  expect(await lineOf(circle.id)).toEqual(['Lena: withdrawn', 'Sam: offered']);
  const keys = (await jobsNamed('settle-seats')).map(({ key }) => key);
  expect(keys).not.toContain(`seat-offer-${id}`);
});

test('someone not yet offered a seat cannot take one', async () => {
  const { circle } = await fullCircle();
  const [lena] = await inLine(circle, 'Lena');
  if (!lena) throw new Error('nobody in line');
  expect(await acceptSeat(lena, circle.slug)).toEqual({ ok: false, reason: 'not-yet' });
  expect(await lineOf(circle.id)).toEqual(['Lena: waits']);
});

test('who holds no place is answered as if there were no circle', async () => {
  const { circle } = await fullCircle();
  const mallory = await person('Mallory');
  expect(await acceptSeat(mallory, circle.slug)).toBe(null);
  expect(await leaveLine(mallory, circle.slug)).toBe(null);
  expect(await acceptSeat(mallory, `nothing-${randomUUID()}`)).toBe(null);
});

test('accepting twice at once is one seat', async () => {
  const { circle, noor } = await fullCircle();
  const [lena] = await inLine(circle, 'Lena');
  if (!lena) throw new Error('nobody in line');
  await leaveCircle(await member(noor, circle.slug));
  const outcomes = await Promise.all([
    acceptSeat(lena, circle.slug),
    acceptSeat(lena, circle.slug),
  ]);
  expect(outcomes).toContainEqual({ ok: true });
  expect(outcomes).toContainEqual(null);
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Rui', 'Lena']);
});

test('the host takes someone out of the line, of their own circle only', async () => {
  const { circle, noor } = await fullCircle();
  await inLine(circle, 'Lena', 'Sam');
  await leaveCircle(await member(noor, circle.slug));
  const { id } = await placeIn(circle.id);
  const other = await circleOf();
  expect(await removeFromLine(other.host, id)).toBe(false);
  expect(await removeFromLine(circle.host, id)).toBe(true);
  expect(await lineOf(circle.id)).toEqual(['Lena: removed', 'Sam: offered']);
  expect(await removeFromLine(circle.host, id)).toBe(false);
});

test('no seat is offered to a deactivated person', async () => {
  const { circle, noor } = await fullCircle();
  const [lena] = await inLine(circle, 'Lena', 'Sam');
  if (!lena) throw new Error('nobody in line');
  await db.insertInto('person_deactivation').values({ person_id: lena.personId }).execute();
  await leaveCircle(await member(noor, circle.slug));
  expect(await lineOf(circle.id)).toEqual(['Lena: waits', 'Sam: offered']);
});
