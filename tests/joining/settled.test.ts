import { expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { askToChangeEmail } from '#app/accounts/commands/change-email.server.ts';
import { leaveCircle, removeMember } from '#app/circles/commands/members.server.ts';
import { acceptSeat, removeFromLine } from '#app/joining/commands/answer-offer.server.ts';
import { decideRequest } from '#app/joining/commands/decide-request.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { newInvitationToken } from '#app/joining/commands/mail-invitation.server.ts';
import { resendInvitation } from '#app/joining/commands/open-invitation.server.ts';
import { requestToJoin } from '#app/joining/commands/request-to-join.server.ts';
import { waysInOf } from '#app/joining/queries/mine.server.ts';
import { openInvitations } from '#app/joining/queries/openings.server.ts';
import { account, address, PASSWORD } from '#tests/accounts/given.ts';
import { fullCircle, invitationTo, lineOf, membersOf } from '#tests/circles/circle.ts';
import { join, newcomer } from '#tests/joining/newcomer.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, member, person, viewer } from '#tests/support/cast.ts';
import { linkTo, runJobs } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';

const gone = { ok: false, reason: 'gone' };

const linkInto = async (circle: CastCircle) =>
  (await resetJoinLink(circle.host, { days: 7 })) ?? '';

const invitedIn = async (circle: CastCircle) =>
  (await openInvitations(circle.host)).map(({ email }) => email);

/** A mailed invitation as facilitator, beside the one that was shown. */
async function mailTo(circle: CastCircle, email: string) {
  const { token, invitationId } = await invitationTo(circle, email, 'facilitator');
  return { token, mailed: (await newInvitationToken(invitationId)) ?? '', invitationId };
}

async function changeAddress(who: Viewer, email: string) {
  await askToChangeEmail(who, { email, currentPassword: PASSWORD });
  const answer = await ask(await linkTo(email), { cookie: await signInCookie(who), form: {} });
  expect(answer.status).toBe(303);
}

const takeOut = (circle: CastCircle, personId: number) => removeMember(circle.host, personId, '');

test('who joined by the link and was removed is not let in by the mail sent before, nor is a stranger', async () => {
  const circle = await circleOf();
  const [lena, mallory] = [await person('Lena'), await person('Mallory')];
  const { token, mailed, invitationId } = await mailTo(circle, lena.email.toUpperCase());
  await joinCircle(lena, { token: await linkInto(circle) }, 1);
  expect(await invitedIn(circle)).toEqual([]);
  expect(await joinCircle(mallory, { token: mailed }, 1)).toEqual(gone);
  await takeOut(circle, lena.personId);
  for (const key of [{ token }, { token: mailed }, { invitationId, confirmedEmail: lena.email }]) {
    expect(await joinCircle(lena, key, 1)).toEqual(gone);
    expect(await joinCircle(mallory, key, 1)).toEqual(gone);
  }
  expect((await join(mailed, newcomer())).status).toBe(422);
  expect(await resendInvitation(circle.host, invitationId)).toBe(null);
  expect(await newInvitationToken(invitationId)).toBe(null);
  expect(await membersOf(circle.id)).toEqual(['Ines, host']);
});

test('an invitation made after the removal brings the person back', async () => {
  const circle = await circleOf();
  const lena = await person('Lena');
  await mailTo(circle, lena.email);
  await joinCircle(lena, { token: await linkInto(circle) }, 1);
  await takeOut(circle, lena.personId);
  const { mailed } = await mailTo(circle, lena.email);
  expect((await joinCircle(lena, { token: mailed }, 1)).ok).toBe(true);
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Lena, facilitator']);
});

test('leaving settles what was sent before, also to an address nobody knew to be theirs', async () => {
  const circle = await circleOf();
  const lena = await person('Lena');
  const { mailed } = await mailTo(circle, 'lena@work.example.org');
  const link = await linkInto(circle);
  await joinCircle(lena, { token: link }, 1);
  await leaveCircle(await member(lena, circle.slug));
  expect(await joinCircle(lena, { token: mailed }, 1)).toEqual(gone);
  expect((await joinCircle(lena, { token: link }, 1)).ok).toBe(true);
});

test('a newcomer’s other invitation is settled with the account that the link made', async () => {
  const circle = await circleOf();
  const lena = newcomer();
  const { mailed } = await mailTo(circle, lena.email);
  expect((await join(await linkInto(circle), lena)).status).toBe(303);
  expect(await invitedIn(circle)).toEqual([]);
  expect(await joinCircle(await person('Mallory'), { token: mailed }, 1)).toEqual(gone);
});

test('a seat taken from the line settles an invitation sent meanwhile', async () => {
  const { circle, noor } = await fullCircle();
  const lena = await person('Lena');
  await joinCircle(lena, { token: await linkInto(circle) }, 1);
  const { mailed } = await mailTo(circle, lena.email);
  await leaveCircle(await member(noor, circle.slug));
  expect(await acceptSeat(lena, circle.slug)).toEqual({ ok: true });
  expect(await invitedIn(circle)).toEqual([]);
  expect(await joinCircle(await person('Mallory'), { token: mailed }, 1)).toEqual(gone);
});

test('who is declined is not let in by an earlier invitation or the link, but by a new one', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  const lena = await person('Lena');
  const { mailed } = await mailTo(circle, lena.email);
  const elsewhere = await mailTo(circle, 'lena@work.example.org');
  await requestToJoin(lena, circle.slug, { word: '', agreementVersion: 1 });
  const { id } = await db
    .selectFrom('join_request')
    .select('id')
    .where('circle_id', '=', circle.id)
    .executeTakeFirstOrThrow();
  await decideRequest(circle.host, id, { decision: 'declined', answer: '' });
  expect(await invitedIn(circle)).toEqual(['lena@work.example.org']);
  const link = await linkInto(circle);
  for (const token of [mailed, elsewhere.mailed, link]) {
    expect(await joinCircle(lena, { token }, 1)).toEqual(gone);
  }
  expect(await joinCircle(await person('Mallory'), { token: mailed }, 1)).toEqual(gone);
  const anew = await mailTo(circle, lena.email);
  expect((await joinCircle(lena, { token: anew.mailed }, 1)).ok).toBe(true);
});

test('who was taken out of the line is told, and not back in it by what led there', async () => {
  const { circle } = await fullCircle();
  const lena = await person('Lena');
  const [link, { mailed }] = [await linkInto(circle), await mailTo(circle, lena.email)];
  expect((await joinCircle(lena, { token: mailed }, 1)).ok).toBe(true);
  const place = await db
    .selectFrom('waiting_place')
    .select('id')
    .where('circle_id', '=', circle.id)
    .executeTakeFirstOrThrow();
  await removeFromLine(circle.host, place.id);
  const cookie = await signInCookie(lena);
  for (const token of [mailed, link]) {
    expect(await joinCircle(lena, { token }, 1)).toEqual(gone);
    const page = await ask(`/join/${token}`, { cookie });
    expect(page.status).toBe(404);
    expect(page.body).toContain('The host of Tuesday leads can invite you anew');
  }
  expect(await lineOf(circle.id)).toEqual(['Lena: removed']);
  const anew = await mailTo(circle, lena.email);
  expect((await joinCircle(lena, { token: anew.mailed }, 1)).ok).toBe(true);
  expect(await lineOf(circle.id)).toEqual(['Lena: removed', 'Lena: waits']);
});

test('an invitation to an address that became a member’s is settled; one to an earlier address with the removal', async () => {
  const lena = await account();
  const circle = await circleOf({ members: [await viewer(lena.personId)] });
  const before = lena.email;
  const now = address('lena');
  const toNew = await mailTo(circle, now);
  await changeAddress(lena, now);
  await runJobs();
  expect(await invitedIn(circle)).toEqual([]);
  const toOld = await mailTo(circle, before);
  await takeOut(circle, lena.personId);
  expect(await invitedIn(circle)).toEqual([]);
  const [again, mallory] = [await viewer(lena.personId), await person('Mallory')];
  for (const token of [toNew.mailed, toOld.mailed]) {
    expect(await joinCircle(again, { token }, 1)).toEqual(gone);
    expect(await joinCircle(mallory, { token }, 1)).toEqual(gone);
  }
});

test('an address that somebody else has by now stays invited', async () => {
  const lena = await account();
  const circle = await circleOf({ members: [await viewer(lena.personId)] });
  const before = lena.email;
  await changeAddress(lena, address('lena'));
  const sam = await person('Sam', { email: before });
  const { mailed } = await mailTo(circle, before);
  await takeOut(circle, lena.personId);
  expect((await joinCircle(sam, { token: mailed }, 1)).ok).toBe(true);
});

test('settled invitations are not shown to whom they were sent', async () => {
  const circle = await circleOf();
  const lena = await account();
  await mailTo(circle, lena.email);
  const who = await viewer(lena.personId);
  await joinCircle(who, { token: await linkInto(circle) }, 1);
  await takeOut(circle, lena.personId);
  await db
    .insertInto('email_confirmed')
    .values({ person_id: lena.personId, email: lena.email })
    .onConflict((c) => c.doNothing())
    .execute();
  expect((await waysInOf(await viewer(lena.personId))).invitations).toEqual([]);
});

test('using an invitation while being removed lets nobody in, whichever is first', async () => {
  for (let round = 0; round < 6; round++) {
    const lena = await person('Lena');
    const circle = await circleOf();
    const { mailed } = await mailTo(circle, lena.email);
    await joinCircle(lena, { token: await linkInto(circle) }, 1);
    await Promise.all([
      takeOut(circle, lena.personId),
      joinCircle(lena, { token: mailed }, 1),
      joinCircle(lena, { token: mailed }, 1),
    ]);
    expect(await membersOf(circle.id)).toEqual(['Ines, host']);
  }
});

test('using an invitation while being taken out of the line leaves nobody in it', async () => {
  const { circle } = await fullCircle();
  const lena = await person('Lena');
  const { mailed } = await mailTo(circle, lena.email);
  await joinCircle(lena, { token: mailed }, 1);
  const { id } = await db
    .selectFrom('waiting_place')
    .select('id')
    .where('circle_id', '=', circle.id)
    .executeTakeFirstOrThrow();
  await Promise.all([
    joinCircle(lena, { token: mailed }, 1),
    removeFromLine(circle.host, id),
    joinCircle(lena, { token: mailed }, 1),
  ]);
  expect(await lineOf(circle.id)).toEqual(['Lena: removed']);
});
