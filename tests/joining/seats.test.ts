import { expect, test } from 'vitest';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { acceptSeat, leaveLine } from '#app/joining/commands/answer-offer.server.ts';
import { decideRequest } from '#app/joining/commands/decide-request.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { requestToJoin } from '#app/joining/commands/request-to-join.server.ts';
import { fullCircle, inLine, invitationTo, lineOf, membersOf } from '#tests/circles/circle.ts';
import { type CastCircle, circleOf, member, type Name, person } from '#tests/support/cast.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';

async function openRequest(circle: CastCircle, name: Name) {
  const who = await person(name);
  await requestToJoin(who, circle.slug, { word: '', agreementVersion: 1 });
  const { id } = await db
    .selectFrom('join_request')
    .select('id')
    .where('circle_id', '=', circle.id)
    .where('person_id', '=', who.personId)
    .executeTakeFirstOrThrow();
  return { who, id };
}

test('two people taking the last seat at once: one has it, the other is in line and told', async () => {
  const circle = await circleOf({ seats: 3, members: [await person('Noor')] });
  const people = [await person('Lena'), await person('Sam')];
  const tokens = [await invitationTo(circle, 'a@example.org'), await invitationTo(circle)];
  const outcomes = await Promise.all(
    people.map((who, i) => joinCircle(who, { token: tokens[i]?.token ?? '' }, 1)),
  );
  const kinds = outcomes.map((outcome) => outcome.ok && outcome.seating.kind);
  expect(kinds.sort()).toEqual(['seated', 'waiting']);
  expect(await membersOf(circle.id)).toHaveLength(3);
  expect(await lineOf(circle.id)).toHaveLength(1);
  expect(await messagesOf('waiting')).toHaveLength(1);
});

test('five at once by invitation, link and accepted request: the seats hold', async () => {
  for (let round = 0; round < 3; round++) {
    const circle = await circleOf({
      seats: 4,
      visibility: 'listed',
      members: [await person('Rui')],
    });
    const [lena, sam, amara] = [await person('Lena'), await person('Sam'), await person('Amara')];
    const [one, two] = [await invitationTo(circle, 'a@example.org'), await invitationTo(circle)];
    const link = (await resetJoinLink(circle.host, { days: 7 })) ?? '';
    const [priya, tomasz] = [
      await openRequest(circle, 'Priya'),
      await openRequest(circle, 'Tomasz'),
    ];
    const accept = { decision: 'accepted', answer: '' } as const;
    await Promise.all([
      joinCircle(lena, { token: one.token }, 1),
      decideRequest(circle.host, priya.id, accept),
      joinCircle(sam, { token: link }, 1),
      decideRequest(circle.host, tomasz.id, accept),
      joinCircle(amara, { token: two.token }, 1),
    ]);
    const members = await membersOf(circle.id);
    const line = await lineOf(circle.id);
    expect(members).toHaveLength(4);
    expect(line).toHaveLength(3);
    expect(line.every((place) => place.endsWith(': waits'))).toBe(true);
    const everyone = [...members, ...line.map((place) => place.split(':')[0])];
    expect(new Set(everyone).size).toBe(7);
  }
});

test('one person joining twice at once takes one seat, or one place in line', async () => {
  const circle = await circleOf({ seats: 3, members: [await person('Noor')] });
  const link = (await resetJoinLink(circle.host, { days: 7 })) ?? '';
  const [lena, sam] = [await person('Lena'), await person('Sam')];
  await Promise.all([1, 2, 3].map(() => joinCircle(lena, { token: link }, 1)));
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Noor', 'Lena']);
  await Promise.all([1, 2, 3].map(() => joinCircle(sam, { token: link }, 1)));
  expect(await lineOf(circle.id)).toEqual(['Sam: waits']);
});

test('an open offer takes a seat: a newcomer gets in line behind it', async () => {
  const { circle, noor } = await fullCircle();
  const [lena] = await inLine(circle, 'Lena');
  await leaveCircle(await member(noor, circle.slug));
  expect(await lineOf(circle.id)).toEqual(['Lena: offered']);
  await inLine(circle, 'Sam');
  expect(await lineOf(circle.id)).toEqual(['Lena: offered', 'Sam: waits']);
  if (lena) expect(await acceptSeat(lena, circle.slug)).toEqual({ ok: true });
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Rui', 'Lena']);
  expect(await lineOf(circle.id)).toEqual(['Lena: joined', 'Sam: waits']);
});

test('accepting, declining and newcomers at once never overfill', async () => {
  const { circle, noor, rui } = await fullCircle();
  const [lena, sam, amara] = await inLine(circle, 'Lena', 'Sam', 'Amara');
  if (!lena || !sam || !amara) throw new Error('nobody in line');
  const link = (await resetJoinLink(circle.host, { days: 7 })) ?? '';
  await leaveCircle(await member(noor, circle.slug));
  await leaveCircle(await member(rui, circle.slug));
  expect(await lineOf(circle.id)).toEqual(['Lena: offered', 'Sam: offered', 'Amara: waits']);
  await Promise.all([
    acceptSeat(lena, circle.slug),
    leaveLine(sam, circle.slug),
    joinCircle(await person('Priya'), { token: link }, 1),
    joinCircle(await person('Tomasz'), { token: link }, 1),
  ]);
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Lena']);
  const line = await lineOf(circle.id);
  expect(line.slice(0, 3)).toEqual(['Lena: joined', 'Sam: withdrawn', 'Amara: offered']);
  expect(line.slice(3).sort()).toEqual(['Priya: waits', 'Tomasz: waits']);
});

test('an invitation brings its holder to the line and may be used again until it seats them', async () => {
  const { circle, noor } = await fullCircle();
  const lena = await person('Lena');
  const { token } = await invitationTo(circle, lena.email, 'facilitator');
  const join = () => joinCircle(lena, { token }, 1);
  expect(await join()).toMatchObject({ ok: true, seating: { kind: 'waiting', already: false } });
  expect(await join()).toMatchObject({ ok: true, seating: { kind: 'waiting', already: true } });
  expect(await joinCircle(await person('Mallory'), { token }, 1)).toEqual({
    ok: false,
    reason: 'gone',
  });
  await leaveLine(lena, circle.slug);
  expect(await join()).toMatchObject({ ok: true, seating: { kind: 'waiting', already: false } });
  await leaveCircle(await member(noor, circle.slug));
  expect(await join()).toMatchObject({ ok: true, seating: { kind: 'seated', already: false } });
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Rui', 'Lena, facilitator']);
  await leaveCircle(await member(lena, circle.slug));
  expect(await join()).toEqual({ ok: false, reason: 'gone' });
});
