import { expect, test } from 'vitest';
import { changeAgreement } from '#app/circles/agreement/commands/change-agreement.server.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import {
  changeRole,
  handOverCircle,
  leaveCircle,
  removeMember,
} from '#app/circles/commands/members.server.ts';
import { passOnHosting } from '#app/circles/commands/pass-on-hosting.server.ts';
import { acceptSeat, removeFromLine } from '#app/joining/commands/answer-offer.server.ts';
import { decideRequest } from '#app/joining/commands/decide-request.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { requestToJoin, withdrawRequest } from '#app/joining/commands/request-to-join.server.ts';
import { callOff } from '#app/polls/commands/end-poll.server.ts';
import { deactivatePerson } from '#app/site/commands/administer-people.server.ts';
import { administrator } from '#tests/accounts/given.ts';
import { invitationTo } from '#tests/circles/circle.ts';
import { pollIn, soonSlots } from '#tests/polls/support.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import type { Name } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { type Company, company, type Told, toldBy } from './company.ts';

/** News of somebody: no mail for who hears what concerns them. */
const news = (kind: string) => ({
  Ines: `${kind} later`,
  Lena: kind,
  Noor: `${kind} later`,
  Rui: kind,
  Tomasz: `${kind} later`,
  Amara: kind,
});

/** What concerns everybody, without a mail of its own. */
const everybody = (kind: string) => ({
  Ines: `${kind} later`,
  Lena: `${kind} later`,
  Noor: `${kind} later`,
  Rui: `${kind} later`,
  Tomasz: `${kind} later`,
  Amara: kind,
});

const without = (told: Told, ...names: Name[]): Told =>
  Object.fromEntries(Object.entries(told).filter(([name]) => !names.includes(name as Name)));

const linkInto = async ({ ines }: Company) => (await resetJoinLink(ines, { days: 7 })) ?? '';

/** A request of Mallory's, who is not in the circle. */
async function asked(us: Company): Promise<number> {
  await requestToJoin(us.mallory, us.circle.slug, { word: 'May I?', agreementVersion: 1 });
  const request = await db
    .selectFrom('join_request')
    .select('id')
    .where('circle_id', '=', us.circle.id)
    .executeTakeFirstOrThrow();
  return request.id;
}

/** Mallory stands in line of a circle that is full. */
async function inLine() {
  const us = await company({ seats: 7 });
  const { token } = await invitationTo(us.circle, us.mallory.email);
  const join = () => joinCircle(us.mallory, { token }, 1);
  const place = () =>
    db
      .selectFrom('waiting_place')
      .select('id')
      .where('circle_id', '=', us.circle.id)
      .executeTakeFirstOrThrow();
  return { us, join, place };
}

test('who joins is told to the others, and to who invited them as theirs', async () => {
  const us = await company();
  const { token } = await invitationTo(us.circle, us.mallory.email);
  expect(await toldBy(us, () => joinCircle(us.mallory, { token }, 1))).toEqual({
    ...news('person-joined'),
    Ines: 'person-joined * later',
  });
  // Who is in already tells nobody.
  expect(await toldBy(us, () => joinCircle(us.mallory, { token }, 1))).toEqual({});
});

test('the sessions that are set are told to who joins, in one line', async () => {
  const us = await company();
  await sessionIn(us.ines, {}, {});
  await sessionIn(us.ines, { date: '2098-12-08' }, {});
  const token = await linkInto(us);
  expect(await toldBy(us, () => joinCircle(us.mallory, { token }, 1))).toEqual({
    ...news('person-joined'),
    Mallory: 'sessions-set mail',
  });
});

test('the polls that are open are told to who joins, a line each and no mail of its own', async () => {
  const us = await company();
  const now = new Date();
  const slots = soonSlots(now);
  const open = [
    await pollIn(us.ines, { slots }, { now }),
    await pollIn(us.ines, { slots, kind: 'weekly' }, { now }),
  ];
  const off = await pollIn(us.ines, { slots }, { now });
  await callOff(us.ines, off);
  const closed = await pollIn(us.ines, { slots }, { now });
  await db
    .updateTable('time_poll')
    .set({ closes_at: now, closes_on: '2026-01-01', closes_time: '12:00' })
    .where('circle_id', '=', us.circle.id)
    .where('id', '=', closed)
    .execute();
  const token = await linkInto(us);
  const told = await toldBy(us, () => joinCircle(us.mallory, { token }, 1));
  expect(told.Mallory).toBe('poll-opened later, poll-opened later');
  expect(without(told, 'Mallory')).toEqual(news('person-joined'));
  const lines = await db
    .selectFrom('inbox_item')
    .select(['topic', 'by_person_id'])
    .where('circle_id', '=', us.circle.id)
    .where('person_id', '=', us.mallory.personId)
    .orderBy('thing_id')
    .execute();
  expect(lines).toEqual(
    open.map((id) => ({ topic: `poll:${id}`, by_person_id: us.ines.personId })),
  );
});

test('who left, or was taken out, is told to the others', async () => {
  const us = await company();
  expect(await toldBy(us, () => leaveCircle(us.noor))).toEqual(
    without(news('person-left'), 'Noor'),
  );
  expect(await toldBy(us, () => removeMember(us.ines, us.rui.personId, 'Thank you.'))).toEqual(
    without(news('person-removed'), 'Ines', 'Noor', 'Rui'),
  );
});

test('a role is told to whom it is given, and not again', async () => {
  const us = await company();
  const give = (role: 'member' | 'facilitator') =>
    toldBy(us, () => changeRole(us.ines, us.rui.personId, role));
  expect(await give('facilitator')).toEqual({ Rui: 'role-changed * later' });
  expect(await give('facilitator')).toEqual({});
  expect(await give('member')).toEqual({ Rui: 'role-changed * later' });
});

test('a circle hears who hosts it by now', async () => {
  const us = await company();
  const others = without(everybody('hosting-changed'), 'Ines');
  expect(await toldBy(us, () => handOverCircle(us.ines, us.rui.personId))).toEqual({
    ...others,
    Rui: 'hosting-yours * mail',
  });
});

test('also where it passed, since the account of its host is closed', async () => {
  const us = await company();
  const admin = await administrator();
  const others = without(everybody('hosting-changed'), 'Ines');
  expect(await toldBy(us, () => deactivatePerson(admin, us.ines.personId, passOnHosting))).toEqual({
    ...others,
    Lena: 'hosting-yours * mail',
  });
});

test('another agreement concerns everybody', async () => {
  const us = await company();
  const change = (version: number, body: string) => () =>
    changeAgreement(us.ines, { body, version });
  const others = without(everybody('agreement-changed'), 'Ines');
  expect(await toldBy(us, change(1, 'Be kind.'))).toEqual(others);
  expect(await toldBy(us, change(2, 'Be kind.'))).toEqual({});
  expect(await toldBy(us, change(1, 'Be quick.'))).toEqual({});
});

test('a request is told to the host, and its answer to who asked', async () => {
  const us = await company({ visibility: 'listed' });
  expect(await toldBy(us, () => asked(us))).toEqual({ Ines: 'request-received * mail' });
  const requestId = await asked(us);
  const decide = (decision: 'accepted' | 'declined') =>
    toldBy(us, () => decideRequest(us.ines, requestId, { decision, answer: 'Gladly.' }));
  expect(await decide('accepted')).toEqual({
    ...news('person-joined'),
    Mallory: 'request-answered * mail',
  });
  expect(await decide('declined')).toEqual({});
});

test('that it is declined is told to nobody else, and that it is withdrawn to nobody', async () => {
  const us = await company({ visibility: 'listed' });
  const requestId = await asked(us);
  const answer = { decision: 'declined', answer: 'Not now.' } as const;
  expect(await toldBy(us, () => decideRequest(us.ines, requestId, answer))).toEqual({
    Mallory: 'request-answered * mail',
  });
  const other = await company({ visibility: 'listed' });
  await asked(other);
  expect(await toldBy(other, () => withdrawRequest(other.mallory, other.circle.slug))).toEqual({});
});

test('who has to wait is told so, and who invited them', async () => {
  const { us, join } = await inLine();
  expect(await toldBy(us, join)).toEqual({
    Ines: 'invited-waits * later',
    Mallory: 'seat-waiting * read mail',
  });
});

test('a seat is offered to who is next; accepting it is told to the others', async () => {
  const { us, join } = await inLine();
  await join();
  expect(await toldBy(us, () => leaveCircle(us.noor))).toEqual({
    ...without(news('person-left'), 'Noor'),
    Mallory: 'seat-offered * mail',
  });
  expect(await toldBy(us, () => acceptSeat(us.mallory, us.circle.slug))).toEqual({
    ...without(news('person-joined'), 'Noor'),
    Ines: 'person-joined * later',
  });
});

test('whose place in line the host ended is told that', async () => {
  const { us, join, place } = await inLine();
  await join();
  const { id } = await place();
  expect(await toldBy(us, () => removeFromLine(us.ines, id))).toEqual({
    Mallory: 'line-removed * mail',
  });
});

test('of a circle that is archived nobody is told anything', async () => {
  const us = await company();
  await archiveCircle(us.ines);
  expect(await toldBy(us, () => leaveCircle(us.noor))).toEqual({});
});
