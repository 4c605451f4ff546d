import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { handOverCircle, leaveCircle, removeMember } from '#app/circles/commands/members.server.ts';
import { acceptSeat, removeFromLine } from '#app/joining/commands/answer-offer.server.ts';
import { decideRequest } from '#app/joining/commands/decide-request.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import {
  resendInvitation,
  withdrawInvitation,
} from '#app/joining/commands/open-invitation.server.ts';
import { requestToJoin } from '#app/joining/commands/request-to-join.server.ts';
import { address } from '#tests/accounts/given.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { linkTo, mailTo, runJobs } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { fullCircle, inLine, invitationTo, letOffersLapse, lineOf } from './circle.ts';

const asking = { word: 'I would like to read with you.', agreementVersion: 1 };

async function requestIn(circleId: number): Promise<number> {
  const request = await db
    .selectFrom('join_request')
    .select('id')
    .where('circle_id', '=', circleId)
    .executeTakeFirstOrThrow();
  return request.id;
}

test('an invitation is mailed with a link that works, and only the newest does', async () => {
  const circle = await circleOf();
  const email = address('lena');
  const { invitationId } = await invitationTo(circle, email);
  const first = await linkTo(email);
  await resendInvitation(circle.host, invitationId);
  const second = await linkTo(email);
  expect(second).not.toBe(first);
  const lena = await person('Lena');
  const tokenOf = (path: string) => path.replace('/join/', '');
  expect((await joinCircle(lena, { token: tokenOf(first) }, 1)).ok).toBe(false);
  expect((await joinCircle(lena, { token: tokenOf(second) }, 1)).ok).toBe(true);
  const [mail] = await mailTo(email);
  expect(mail?.subject).toBe('Ines invites you to Tuesday leads');
});

test('an invitation withdrawn before its mail went out is not sent', async () => {
  const circle = await circleOf();
  const email = address('lena');
  const { invitationId } = await invitationTo(circle, email);
  await withdrawInvitation(circle.host, invitationId);
  expect(await mailTo(email)).toEqual([]);
});

test('a request is told to the host, and its answer to the person, each with a word', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  const lena = await person('Lena');
  await requestToJoin(lena, circle.slug, asking);
  const [received] = await mailTo(circle.host.viewer.email);
  expect(received?.subject).toBe('Lena asks to join Tuesday leads');
  expect(received?.links[0]).toMatch(new RegExp(`/circles/${circle.slug}/requests$`));
  const id = await requestIn(circle.id);
  await decideRequest(circle.host, id, { decision: 'accepted', answer: 'Glad you asked.' });
  const [answered] = await mailTo(lena.email);
  expect(answered?.subject).toBe('Welcome to Tuesday leads');
  expect(answered?.text).toContain('Glad you asked.');
  expect(answered?.links[0]).toMatch(new RegExp(`/circles/${circle.slug}$`));
});

test('a declined request is told kindly, and leads nowhere', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  const lena = await person('Lena');
  await requestToJoin(lena, circle.slug, asking);
  const id = await requestIn(circle.id);
  await decideRequest(circle.host, id, { decision: 'declined', answer: 'We are one company.' });
  const [answered] = await mailTo(lena.email);
  expect(answered?.text).toContain('We are one company.');
  expect(answered?.links).toEqual([]);
});

test('accepted into a full circle: the answer says that there is a line', async () => {
  const { circle } = await fullCircle({ visibility: 'listed' });
  const lena = await person('Lena');
  await requestToJoin(lena, circle.slug, asking);
  const id = await requestIn(circle.id);
  await decideRequest(circle.host, id, { decision: 'accepted', answer: '' });
  const [answered] = await mailTo(lena.email);
  expect(answered?.text).toContain('you are in line');
  expect(answered?.links[0]).toMatch(/\/seat$/);
});

test('the line is told its place, its offer, and when the offer has gone to the next', async () => {
  const { circle, noor } = await fullCircle();
  const [lena, sam] = await inLine(circle, 'Lena', 'Sam');
  if (!lena || !sam) throw new Error('nobody in line');
  expect((await mailTo(lena.email))[0]?.text).toContain('You are next in line.');
  expect((await mailTo(sam.email))[0]?.text).toContain('Ahead of you in line: 1.');
  await leaveCircle(await member(noor, circle.slug));
  const [offer] = await mailTo(lena.email);
  expect(offer?.subject).toBe('A seat is free in Tuesday leads');
  expect(offer?.links[0]).toMatch(new RegExp(`/circles/${circle.slug}/seat$`));
  await letOffersLapse(circle.id);
  // The job that tidies up waits for the deadline; the queue's clock is moved to it.
  await sql`update graphile_worker._private_jobs set run_at = now()
    where key like 'seat-offer-%'`.execute(db);
  await runJobs();
  expect(await lineOf(circle.id)).toEqual(['Lena: lapsed', 'Sam: offered']);
  expect((await mailTo(sam.email))[0]?.subject).toBe('A seat is free in Tuesday leads');
});

test('an offer taken at once is not announced any more', async () => {
  const { circle, noor } = await fullCircle();
  const [lena] = await inLine(circle, 'Lena');
  if (!lena) throw new Error('nobody in line');
  await runJobs();
  await leaveCircle(await member(noor, circle.slug));
  await acceptSeat(lena, circle.slug);
  const subjects = (await mailTo(lena.email)).map(({ subject }) => subject);
  expect(subjects).toEqual(['You are in line for Tuesday leads']);
});

test('who is removed is told, with the host’s word', async () => {
  const [noor, lena] = [await person('Noor'), await person('Lena')];
  const circle = await circleOf({ seats: 3, members: [noor, lena] });
  await removeMember(circle.host, noor.personId, 'We agreed to stop here.');
  const [mail] = await mailTo(noor.email);
  expect(mail?.subject).toBe('You are no longer in Tuesday leads');
  expect(mail?.text).toContain('We agreed to stop here.');
});

test('who is taken out of the line is told', async () => {
  const { circle } = await fullCircle();
  const [lena] = await inLine(circle, 'Lena');
  if (!lena) throw new Error('nobody in line');
  await runJobs();
  const { id } = await db
    .selectFrom('waiting_place')
    .select('id')
    .where('person_id', '=', lena.personId)
    .executeTakeFirstOrThrow();
  await removeFromLine(circle.host, id);
  const [mail] = await mailTo(lena.email);
  expect(mail?.subject).toBe('You are no longer in line for Tuesday leads');
});

test('a new host is told', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  await handOverCircle(circle.host, noor.personId);
  const [mail] = await mailTo(noor.email);
  expect(mail?.subject).toBe('You now host Tuesday leads');
  expect(mail?.links[0]).toMatch(new RegExp(`/circles/${circle.slug}/people$`));
});
