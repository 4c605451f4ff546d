import { expect, test } from 'vitest';
import { archiveCircle, reopenCircle } from '#app/circles/commands/archive-circle.server.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { listedCircles } from '#app/circles/queries/listed-circles.server.ts';
import { acceptSeat, settleCircle } from '#app/joining/commands/answer-offer.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { newInvitationToken } from '#app/joining/commands/mail-invitation.server.ts';
import { requestToJoin } from '#app/joining/commands/request-to-join.server.ts';
import { waysInOf } from '#app/joining/queries/mine.server.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, member, person, viewer } from '#tests/support/cast.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { fullCircle, inLine, invitationTo, lineOf, membersOf } from './circle.ts';
import { as, post, textOf } from './visits.ts';

const archived = { ok: false, reason: 'archived' };

const linkInto = async (circle: CastCircle) =>
  (await resetJoinLink(circle.host, { days: 7 })) ?? '';

test('the host archives a circle and brings it back, asked first', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  const [host, path] = [circle.host.viewer, `/circles/${circle.slug}`];
  expect(textOf(await as(host, `${path}/settings`))).toContain('Archive the circle');
  expect(textOf(await as(host, `${path}/archiving`))).toContain('Archive Tuesday leads?');
  expect((await post(host, `${path}/archiving`)).location).toBe(path);
  expect((await as(host, `${path}/archiving`)).location).toBe(`${path}/reopening`);
  const theirs = await as(noor, path);
  expect(textOf(theirs)).toContain('This circle is archived: everything can be read');
  expect(theirs.body).not.toContain(`${path}/reopening`);
  expect((await as(host, path)).body).toContain(`${path}/reopening`);
  expect((await post(host, `${path}/reopening`)).location).toBe(path);
  expect(textOf(await as(noor, path))).not.toContain('archived');
  expect((await as(host, `${path}/reopening`)).location).toBe(path);
});

test('what was typed when the circle was archived meanwhile is kept, and its forms are closed', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  await archiveCircle(circle.host);
  const path = `/circles/${circle.slug}/threads/new`;
  expect((await as(noor, path)).body).toMatch(/<fieldset disabled/);
  const page = await post(noor, path, { title: 'Still here', body: 'Typed for an hour.' });
  expect(page.status).toBe(422);
  expect(page.body).toContain('Typed for an hour.</textarea>');
  expect(page.body).not.toMatch(/<fieldset disabled/);
});

test('nobody comes in by any way, and each works again once it is back', async () => {
  const circle = await circleOf({ visibility: 'listed' });
  const [lena, sam] = [await person('Lena'), await person('Sam')];
  const { token, invitationId } = await invitationTo(circle, lena.email);
  const link = await linkInto(circle);
  await db
    .insertInto('email_confirmed')
    .values({ person_id: lena.personId, email: lena.email })
    .execute();
  await archiveCircle(circle.host);
  for (const key of [{ token }, { token: link }]) {
    expect(await joinCircle(lena, key, 1)).toEqual(archived);
  }
  const page = await ask(`/join/${link}`, { cookie: await signInCookie(sam) });
  expect(page.status).toBe(404);
  expect(page.body).toContain('Tuesday leads is archived just now');
  expect(await requestToJoin(sam, circle.slug, { word: '', agreementVersion: 1 })).toBe(null);
  expect((await as(sam, `/circles/${circle.slug}/about`)).status).toBe(404);
  expect((await waysInOf(await viewer(lena))).invitations).toEqual([]);
  expect((await listedCircles(sam, null)).circles.map(({ slug }) => slug)).not.toContain(
    circle.slug,
  );
  expect(await newInvitationToken(invitationId)).toBe(null);
  expect(await membersOf(circle.id)).toEqual(['Ines, host']);
  await reopenCircle(circle.host);
  expect((await joinCircle(lena, { token }, 1)).ok).toBe(true);
  expect((await joinCircle(sam, { token: link }, 1)).ok).toBe(true);
});

test('a seat that frees is offered to nobody until the circle is back', async () => {
  const { circle, noor } = await fullCircle();
  const [lena] = await inLine(circle, 'Lena');
  if (!lena) throw new Error('nobody in line');
  await archiveCircle(circle.host);
  expect(await leaveCircle(await member(noor, circle.slug))).toEqual({ ok: true });
  await settleCircle(circle.id);
  expect(await lineOf(circle.id)).toEqual(['Lena: waits']);
  expect(await acceptSeat(lena, circle.slug)).toEqual(archived);
  await reopenCircle(circle.host);
  expect(await lineOf(circle.id)).toEqual(['Lena: offered']);
});

test('nobody is told anything', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  const told = async (occasion: string) => {
    const before = (await messagesOf('choice-reminder')).length;
    await db.transaction().execute((tx) =>
      tell(
        tx,
        { circleId: circle.id },
        {
          ...{ occasion: 'choice-reminder', thing: 1, detail: {}, by: null, at: new Date() },
          mail: { message: 'choice-reminder', given: { choiceId: 1, closesAt: '' }, occasion },
        },
      ),
    );
    return (await messagesOf('choice-reminder')).length - before;
  };
  expect(await told('open')).toBe(2);
  await archiveCircle(circle.host);
  expect(await told('at rest')).toBe(0);
});

test('joining while it is archived ends as if one had come before the other', async () => {
  for (let round = 0; round < 5; round++) {
    const circle = await circleOf();
    const link = await linkInto(circle);
    const people = await Promise.all([1, 2, 3, 4].map(() => person('Lena')));
    const [done, ...joined] = await Promise.all([
      archiveCircle(circle.host),
      ...people.map((who) => joinCircle(who, { token: link }, 1)),
    ]);
    expect(done).toBe(true);
    const { at } = await db
      .selectFrom('circle_archive')
      .select('at')
      .where('circle_id', '=', circle.id)
      .executeTakeFirstOrThrow();
    expect(at).toBeInstanceOf(Date);
    const members = await membersOf(circle.id);
    expect(members).toHaveLength(1 + joined.filter(({ ok }) => ok).length);
    expect(await joinCircle(await person('Sam'), { token: link }, 1)).toEqual(archived);
  }
});

test('home asks for nothing in it', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  await db.deleteFrom('agreement_consent').where('person_id', '=', noor.personId).execute();
  expect(textOf(await as(noor, '/'))).toContain('Needs you');
  await archiveCircle(circle.host);
  expect(textOf(await as(noor, '/'))).not.toContain('Needs you');
});
