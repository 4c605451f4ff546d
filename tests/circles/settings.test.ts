import { expect, test } from 'vitest';
import {
  changeAgreement,
  consentToAgreement,
} from '#app/circles/agreement/commands/change-agreement.server.ts';
import { agreementOf } from '#app/circles/agreement/rows/agreements.server.ts';
import { changeSettings } from '#app/circles/commands/change-settings.server.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { fullCircle, inLine } from './circle.ts';

const form = {
  name: 'Wednesday leads',
  purpose: 'We moved.',
  seats: 8,
  timeZone: 'Europe/Lisbon',
  visibility: 'listed',
  cloth: 'plum',
  version: 1,
} as const;

const rowOf = (circleId: number) =>
  db
    .selectFrom('circle')
    .select(['name', 'purpose', 'seats', 'time_zone', 'visibility', 'cloth', 'version', 'slug'])
    .where('id', '=', circleId)
    .executeTakeFirstOrThrow();

test('the host changes everything but the address', async () => {
  const circle = await circleOf();
  expect(await changeSettings(circle.host, form)).toEqual({ ok: true });
  expect(await rowOf(circle.id)).toEqual({
    name: 'Wednesday leads',
    purpose: 'We moved.',
    seats: 8,
    time_zone: 'Europe/Lisbon',
    visibility: 'listed',
    cloth: 'plum',
    version: 2,
    slug: circle.slug,
  });
});

test('fewer seats than are taken or offered is refused', async () => {
  const { circle, noor } = await fullCircle();
  expect(await changeSettings(circle.host, { ...form, seats: 4 })).toEqual({ ok: true });
  expect(await changeSettings(circle.host, { ...form, seats: 3, version: 2 })).toEqual({
    ok: true,
  });
  await inLine(circle, 'Lena');
  const fewer = { ...form, seats: 2, version: 3 };
  const taken = { ok: false, reason: 'seats', members: 3, offers: 0 };
  expect(await changeSettings(circle.host, fewer)).toEqual(taken);
  await leaveCircle(await member(noor, circle.slug));
  const offered = { ok: false, reason: 'seats', members: 2, offers: 1 };
  expect(await changeSettings(circle.host, fewer)).toEqual(offered);
  expect((await rowOf(circle.id)).seats).toBe(3);
});

test('settings changed in another tab are not overwritten', async () => {
  const circle = await circleOf();
  const both = await Promise.all([
    changeSettings(circle.host, form),
    changeSettings(circle.host, { ...form, name: 'Thursday leads' }),
  ]);
  expect(both).toContainEqual({ ok: true });
  expect(both).toContainEqual({ ok: false, reason: 'changed' });
  expect((await rowOf(circle.id)).version).toBe(2);
});

test('a changed agreement is a new version, and everyone else is asked again', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  const proof = await member(noor, circle.slug);
  const body = 'Nothing leaves the room.';
  expect(await changeAgreement(circle.host, { body, version: 1 })).toEqual({ ok: true });
  expect(await agreementOf(db, circle.id)).toEqual({ version: 2, body });
  const consents = () =>
    db
      .selectFrom('agreement_consent')
      .select('person_id')
      .where('circle_id', '=', circle.id)
      .where('version', '=', 2)
      .orderBy('person_id')
      .execute();
  expect(await consents()).toEqual([{ person_id: circle.host.personId }]);
  expect(await consentToAgreement(proof, 1)).toEqual({ ok: false, reason: 'changed' });
  await Promise.all([consentToAgreement(proof, 2), consentToAgreement(proof, 2)]);
  expect(await consents()).toHaveLength(2);
});

test('two edits of one version: the second is told, and the same text is no new version', async () => {
  const circle = await circleOf();
  const edits = await Promise.all(
    ['One.', 'Two.'].map((body) => changeAgreement(circle.host, { body, version: 1 })),
  );
  expect(edits).toContainEqual({ ok: true });
  expect(edits).toContainEqual({ ok: false, reason: 'changed' });
  const current = await agreementOf(db, circle.id);
  expect(await changeAgreement(circle.host, current)).toEqual({ ok: true });
  expect(await agreementOf(db, circle.id)).toEqual(current);
});

test('who has left consents to nothing', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  const proof = await member(noor, circle.slug);
  await leaveCircle(proof);
  expect(await consentToAgreement(proof, 1)).toEqual({ ok: false, reason: 'not-member' });
});
