import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { leaveCircle, removeMember } from '#app/circles/commands/members.server.ts';
import { MOST_OPEN_INVITATIONS } from '#app/circles/rules/circles.ts';
import { invite } from '#app/joining/commands/invite.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { endJoinLink, resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { newInvitationToken } from '#app/joining/commands/mail-invitation.server.ts';
import {
  resendInvitation,
  withdrawInvitation,
} from '#app/joining/commands/open-invitation.server.ts';
import { LimitReached } from '#app/platform/limits/making-limit.server.ts';
import { invitationTo, inviteForm, membersOf } from '#tests/circles/circle.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';

const sentIn = (invited: Awaited<ReturnType<typeof invite>>) =>
  invited.ok ? invited.each.flatMap((one) => (one.is === 'invited' ? [one] : [])) : [];

const gone = { ok: false, reason: 'gone' };

test('an invitation seats whoever holds it, in the role chosen for them, once', async () => {
  const circle = await circleOf();
  const [lena, mallory] = [await person('Lena'), await person('Mallory')];
  const { token } = await invitationTo(circle, 'someone-else@example.org', 'facilitator');
  expect(await joinCircle(lena, { token }, 1)).toEqual({
    ok: true,
    slug: circle.slug,
    seating: { kind: 'seated', already: false },
  });
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Lena, facilitator']);
  expect(await joinCircle(mallory, { token }, 1)).toEqual(gone);
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Lena, facilitator']);
});

test('five people with one invitation at once: one is in', async () => {
  const circle = await circleOf();
  const { token } = await invitationTo(circle);
  const people = await Promise.all(Array.from({ length: 5 }, () => person('Lena')));
  const outcomes = await Promise.all(people.map((who) => joinCircle(who, { token }, 1)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Lena']);
});

test('tokens are kept as hashes only, also where mail waits to be sent', async () => {
  const circle = await circleOf();
  const { token, invitationId } = await invitationTo(circle);
  const mailed = await newInvitationToken(invitationId);
  const link = await resetJoinLink(circle.host, { days: 7 });
  const { rows } = await sql<{ everything: string }>`
    select concat(
      (select json_agg(i) from invitation i), (select json_agg(l) from join_link l),
      (select json_agg(j) from graphile_worker._private_jobs j)) as everything`.execute(db);
  expect(rows[0]?.everything).toContain('lena@example.org');
  for (const secret of [token, mailed, link]) {
    expect(secret).toMatch(/^[\w-]{27}$/);
    expect(rows[0]?.everything).not.toContain(secret);
  }
});

test('the link in the mail and the link that was shown are one invitation', async () => {
  const circle = await circleOf();
  const { token, invitationId } = await invitationTo(circle);
  const mailed = (await newInvitationToken(invitationId)) ?? '';
  expect((await joinCircle(await person('Lena'), { token: mailed }, 1)).ok).toBe(true);
  expect(await joinCircle(await person('Mallory'), { token }, 1)).toEqual(gone);
  expect(await newInvitationToken(invitationId)).toBe(null);
});

test('inviting an address again rotates the token and keeps one invitation', async () => {
  const circle = await circleOf();
  const first = await invitationTo(circle, 'lena-again@example.org');
  const mailed = (await newInvitationToken(first.invitationId)) ?? '';
  const second = await invitationTo(circle, 'Lena-Again@Example.org', 'facilitator');
  expect(second.invitationId).toBe(first.invitationId);
  // Of the two mails that wait the first says nothing any more.
  expect(await mailTo('lena-again@example.org')).toHaveLength(1);
  const lena = await person('Lena');
  expect(await joinCircle(lena, { token: first.token }, 1)).toEqual(gone);
  expect(await joinCircle(lena, { token: mailed }, 1)).toEqual(gone);
  expect((await joinCircle(lena, { token: second.token }, 1)).ok).toBe(true);
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Lena, facilitator']);
});

test('one address is not sent invitations again and again, nor strangers without end', async () => {
  const circle = await circleOf();
  const { invitationId } = await invitationTo(circle, 'lena@example.org');
  for (let n = 0; n < 5; n++)
    expect(await resendInvitation(circle.host, invitationId)).toBeTruthy();
  await expect(resendInvitation(circle.host, invitationId)).rejects.toThrow(LimitReached);
  await withdrawInvitation(circle.host, invitationId);
  const again = inviteForm('LENA@example.org');
  await expect(invite(circle.host, again)).rejects.toThrow(LimitReached);
  let sent = 6;
  const another = await circleOf({ host: circle.host.viewer });
  for (;;) {
    const invited = await invitationTo(another, `guest-${sent}@example.org`).catch(
      (reached: unknown) => reached,
    );
    if (invited instanceof LimitReached) break;
    const { invitationId } = invited as { invitationId: number };
    await withdrawInvitation(another.host, invitationId);
    sent++;
  }
  expect(sent).toBe(40);
});

test('a repeated submission does not rotate the token', async () => {
  const circle = await circleOf();
  const form = inviteForm('lena@example.org');
  const first = sentIn(await invite(circle.host, form));
  const again = sentIn(await invite(circle.host, form));
  expect(again).toEqual([{ ...first[0], token: null }]);
  const { token } = first[0] ?? {};
  expect((await joinCircle(await person('Lena'), { token: token ?? '' }, 1)).ok).toBe(true);
});

test('sending again rotates, withdrawing closes, neither revives a used one', async () => {
  const circle = await circleOf();
  const { token, invitationId } = await invitationTo(circle);
  const again = await resendInvitation(circle.host, invitationId);
  const lena = await person('Lena');
  expect(await joinCircle(lena, { token }, 1)).toEqual(gone);
  expect(await withdrawInvitation(circle.host, invitationId)).toBe(true);
  expect(await joinCircle(lena, { token: again ?? '' }, 1)).toEqual(gone);
  expect(await withdrawInvitation(circle.host, invitationId)).toBe(false);
  expect(await resendInvitation(circle.host, invitationId)).toBe(null);
  const other = await circleOf();
  const theirs = await invitationTo(other);
  expect(await withdrawInvitation(circle.host, theirs.invitationId)).toBe(false);
  expect(await resendInvitation(circle.host, theirs.invitationId)).toBe(null);
});

test('an invitation that expired no longer opens, until it is sent again', async () => {
  const circle = await circleOf();
  const { token, invitationId } = await invitationTo(circle);
  await db
    .updateTable('invitation')
    .set({ expires_at: new Date(Date.now() - 1) })
    .where('id', '=', invitationId)
    .execute();
  const lena = await person('Lena');
  expect(await joinCircle(lena, { token }, 1)).toEqual(gone);
  const again = await resendInvitation(circle.host, invitationId);
  expect((await joinCircle(lena, { token: again ?? '' }, 1)).ok).toBe(true);
});

test('a member’s address is not invited, and there is a bound on open invitations', async () => {
  const lena = await person('Lena');
  const circle = await circleOf({ members: [lena] });
  expect(await invite(circle.host, inviteForm(lena.email.toUpperCase()))).toEqual({
    ok: false,
    reason: 'members',
    names: ['Lena'],
  });
  for (let i = 0; i < MOST_OPEN_INVITATIONS; i++) await invitationTo(circle, `p${i}@example.org`);
  const more = await invite(circle.host, inviteForm('more@example.org'));
  expect(more).toEqual({ ok: false, reason: 'too-many' });
  await invitationTo(circle, 'p3@example.org');
});

test('an invitation to the viewer’s own confirmed address opens without its token', async () => {
  const circle = await circleOf();
  const lena = await person('Lena');
  const { invitationId } = await invitationTo(circle, lena.email.toUpperCase());
  const mallory = await person('Mallory');
  const stolen = { invitationId, confirmedEmail: mallory.email };
  expect(await joinCircle(mallory, stolen, 1)).toEqual(gone);
  expect((await joinCircle(lena, { invitationId, confirmedEmail: lena.email }, 1)).ok).toBe(true);
});

test('someone already in the circle uses nothing up', async () => {
  const circle = await circleOf();
  const { token } = await invitationTo(circle);
  const answer = await joinCircle(circle.host.viewer, { token }, 1);
  expect(answer).toMatchObject({ ok: true, seating: { kind: 'seated', already: true } });
  expect((await joinCircle(await person('Lena'), { token }, 1)).ok).toBe(true);
});

test('an agreement that changed meanwhile is read before joining', async () => {
  const circle = await circleOf();
  const { token } = await invitationTo(circle);
  const lena = await person('Lena');
  expect(await joinCircle(lena, { token }, 2)).toEqual({ ok: false, reason: 'agreement-changed' });
  expect(await membersOf(circle.id)).toEqual(['Ines, host']);
  expect((await joinCircle(lena, { token }, 1)).ok).toBe(true);
});

test('the reusable link seats many as members, until it is reset, ended or old', async () => {
  const circle = await circleOf();
  const first = (await resetJoinLink(circle.host, { days: 7 })) ?? '';
  for (const name of ['Lena', 'Sam'] as const) {
    expect((await joinCircle(await person(name), { token: first }, 1)).ok).toBe(true);
  }
  const second = (await resetJoinLink(circle.host, { days: 7 })) ?? '';
  expect(await joinCircle(await person('Noor'), { token: first }, 1)).toEqual(gone);
  await db
    .updateTable('join_link')
    .set({ expires_at: new Date(Date.now() - 1) })
    .where('circle_id', '=', circle.id)
    .where('ended_at', 'is', null)
    .execute();
  expect(await joinCircle(await person('Noor'), { token: second }, 1)).toEqual(gone);
  const third = (await resetJoinLink(circle.host, { days: 7 })) ?? '';
  await endJoinLink(circle.host);
  expect(await joinCircle(await person('Noor'), { token: third }, 1)).toEqual(gone);
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Lena', 'Sam']);
});

test('two resets at once leave one link in force', async () => {
  const circle = await circleOf();
  const tokens = await Promise.all(
    Array.from({ length: 4 }, () => resetJoinLink(circle.host, { days: 1 })),
  );
  const joined = [];
  for (const token of tokens) {
    joined.push((await joinCircle(await person('Lena'), { token: token ?? '' }, 1)).ok);
  }
  expect(joined.filter(Boolean)).toHaveLength(1);
});

test('a used invitation does not bring back a person who left or was removed', async () => {
  const circle = await circleOf();
  const { token } = await invitationTo(circle);
  const lena = await person('Lena');
  await joinCircle(lena, { token }, 1);
  await leaveCircle(await member(lena, circle.slug));
  expect(await joinCircle(lena, { token }, 1)).toEqual(gone);
});

test('a removed person does not come back by the reusable link, but by a new invitation', async () => {
  const lena = await person('Lena');
  const circle = await circleOf({ members: [lena] });
  await removeMember(circle.host, lena.personId, '');
  const link = (await resetJoinLink(circle.host, { days: 7 })) ?? '';
  expect(await joinCircle(lena, { token: link }, 1)).toEqual(gone);
  const { token } = await invitationTo(circle);
  expect((await joinCircle(lena, { token }, 1)).ok).toBe(true);
});

test('a token nobody made opens nothing', async () => {
  expect(await joinCircle(await person('Mallory'), { token: 'x'.repeat(27) }, 1)).toEqual(gone);
});
