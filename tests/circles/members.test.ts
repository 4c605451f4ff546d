import { expect, test } from 'vitest';
import {
  changeRole,
  handOverCircle,
  leaveCircle,
  removeMember,
} from '#app/circles/commands/members.server.ts';
import { invite } from '#app/joining/commands/invite.server.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { inviteForm, membersOf } from './circle.ts';

const departuresOf = (circleId: number) =>
  db
    .selectFrom('departure')
    .innerJoin('person', 'person.id', 'departure.person_id')
    .select(['person.name', 'role', 'removed_by', 'word'])
    .where('circle_id', '=', circleId)
    .execute();

test('the host makes a member a facilitator and back', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  expect(await changeRole(circle.host, noor.personId, 'facilitator')).toEqual({ ok: true });
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Noor, facilitator']);
  expect(await changeRole(circle.host, noor.personId, 'member')).toEqual({ ok: true });
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Noor']);
});

test('the host’s own role is not changed, and a stranger has none', async () => {
  const circle = await circleOf();
  const mallory = await person('Mallory');
  const itself = circle.host.personId;
  expect(await changeRole(circle.host, itself, 'member')).toEqual({ ok: false, reason: 'is-host' });
  expect(await removeMember(circle.host, itself, '')).toEqual({ ok: false, reason: 'is-host' });
  const none = { ok: false, reason: 'not-member' };
  expect(await changeRole(circle.host, mallory.personId, 'member')).toEqual(none);
  expect(await removeMember(circle.host, mallory.personId, '')).toEqual(none);
  expect(await handOverCircle(circle.host, mallory.personId)).toEqual(none);
  expect(await membersOf(circle.id)).toEqual(['Ines, host']);
});

test('a removed member is told with a word, and what was stays recorded', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  const word = 'We agreed to stop here.';
  expect(await removeMember(circle.host, noor.personId, word)).toEqual({ ok: true });
  expect(await membersOf(circle.id)).toEqual(['Ines, host']);
  const by = circle.host.personId;
  expect(await departuresOf(circle.id)).toEqual([
    { name: 'Noor', role: 'member', removed_by: by, word },
  ]);
  expect(await messagesOf('removal')).toHaveLength(1);
});

test('a member leaves; left twice is left once', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ facilitators: [noor] });
  const proof = await member(noor, circle.slug);
  await Promise.all([leaveCircle(proof), leaveCircle(proof)]);
  expect(await membersOf(circle.id)).toEqual(['Ines, host']);
  expect(await departuresOf(circle.id)).toEqual([
    { name: 'Noor', role: 'facilitator', removed_by: null, word: '' },
  ]);
});

test('the host hands over before leaving, and alone stays', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  expect(await leaveCircle(circle.host)).toEqual({ ok: false, reason: 'hand-over-first' });
  expect(await handOverCircle(circle.host, noor.personId)).toEqual({ ok: true });
  expect(await membersOf(circle.id)).toEqual(['Ines, facilitator', 'Noor, host']);
  expect(await leaveCircle(circle.host)).toEqual({ ok: true });
  expect(await leaveCircle(await member(noor, circle.slug))).toEqual({
    ok: false,
    reason: 'alone',
  });
  expect(await membersOf(circle.id)).toEqual(['Noor, host']);
});

test('a host of a moment ago no longer decides', async () => {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ members: [noor, rui] });
  await handOverCircle(circle.host, noor.personId);
  const late = { ok: false, reason: 'not-host' };
  expect(await handOverCircle(circle.host, rui.personId)).toEqual(late);
  expect(await removeMember(circle.host, rui.personId, '')).toEqual(late);
  expect(await changeRole(circle.host, rui.personId, 'facilitator')).toEqual(late);
  expect(await invite(circle.host, inviteForm('x@example.org'))).toEqual(late);
});

test('handing over twice at once leaves one host', async () => {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ members: [noor, rui] });
  const outcomes = await Promise.all([
    handOverCircle(circle.host, noor.personId),
    handOverCircle(circle.host, rui.personId),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const members = await membersOf(circle.id);
  expect(members.filter((one) => one.endsWith(', host'))).toHaveLength(1);
  expect(members).toContain('Ines, facilitator');
});

test('handing over, leaving, and the new host leaving, all at once: there is a host', async () => {
  for (let round = 0; round < 5; round++) {
    const noor = await person('Noor');
    const circle = await circleOf({ members: [noor] });
    const [proof] = circle.members;
    if (!proof) throw new Error('no member');
    await Promise.all([
      handOverCircle(circle.host, noor.personId),
      leaveCircle(circle.host),
      leaveCircle(proof),
    ]);
    const members = await membersOf(circle.id);
    expect(members.filter((one) => one.endsWith(', host'))).toHaveLength(1);
  }
});

test('a circle is not handed to a deactivated person', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  await db.insertInto('person_deactivation').values({ person_id: noor.personId }).execute();
  expect(await handOverCircle(circle.host, noor.personId)).toEqual({
    ok: false,
    reason: 'deactivated',
  });
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Noor']);
});
