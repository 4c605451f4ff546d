import { expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { handOverCircle, leaveCircle } from '#app/circles/commands/members.server.ts';
import { passOnHosting } from '#app/circles/commands/pass-on-hosting.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { deactivatePerson, reactivatePerson } from '#app/site/commands/administer-people.server.ts';
import { administrator } from '#tests/accounts/given.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { membersOf } from './circle.ts';
import { as, post, textOf } from './visits.ts';

const admin = await administrator();
const close = (who: Viewer) => deactivatePerson(admin, who.personId, passOnHosting);
const open = (who: Viewer) => reactivatePerson(admin, who.personId, passOnHosting);
const deactivation = (who: Viewer) => `/site/people/${who.personId}/deactivation`;

/** Those who host the circle and can sign in. */
async function activeHosts(circleId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .select('person.name')
    .where('circle_id', '=', circleId)
    .where('role', '=', 'host')
    .where('closed.person_id', 'is', null)
    .execute();
  return rows.map(({ name }) => name);
}

test('with the host’s account closed, the longest-standing facilitator hosts and is told', async () => {
  const [ines, noor, rui, lena] = await Promise.all(
    (['Ines', 'Noor', 'Rui', 'Lena'] as const).map((name) => person(name)),
  );
  if (!ines || !noor || !rui || !lena) throw new Error('nobody');
  const circle = await circleOf({ host: ines, facilitators: [noor, rui], members: [lena] });
  expect(await close(ines)).toEqual({ ok: true, name: 'Ines' });
  expect(await membersOf(circle.id)).toEqual([
    'Ines, facilitator',
    'Noor, host',
    'Rui, facilitator',
    'Lena',
  ]);
  const [mail] = await mailTo(noor.email);
  expect(mail?.subject).toBe('You now host Tuesday leads');
  expect(mail?.text).toContain('The account of Ines, who hosted the circle, has been closed');
  expect(mail?.links[0]).toMatch(new RegExp(`/circles/${circle.slug}/people$`));
  expect(await mailTo(rui.email)).toEqual([]);
  expect((await as(noor, `/circles/${circle.slug}/invitations`)).status).toBe(200);
});

test('without a facilitator whose account is open, the longest-standing member hosts', async () => {
  const [noor, rui, lena] = [await person('Noor'), await person('Rui'), await person('Lena')];
  const circle = await circleOf({ facilitators: [noor], members: [rui, lena] });
  await close(noor);
  await close(circle.host.viewer);
  expect(await membersOf(circle.id)).toEqual([
    'Ines, facilitator',
    'Noor, facilitator',
    'Rui, host',
    'Lena',
  ]);
});

test('a host whose account is opened again stays a facilitator', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  const ines = circle.host.viewer;
  await close(ines);
  expect(await open(ines)).toEqual({ ok: true, name: 'Ines' });
  expect(await membersOf(circle.id)).toEqual(['Ines, facilitator', 'Noor, host']);
  expect((await as(ines, `/circles/${circle.slug}`)).status).toBe(200);
  expect((await as(ines, `/circles/${circle.slug}/settings`)).status).toBe(404);
});

test('with nobody else there the circle waits, and its host hosts it again', async () => {
  const circle = await circleOf();
  const ines = circle.host.viewer;
  await close(ines);
  expect(await membersOf(circle.id)).toEqual(['Ines, host']);
  await open(ines);
  expect(await activeHosts(circle.id)).toEqual(['Ines']);
});

test('a circle where every account is closed is hosted by the first that is opened again', async () => {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ facilitators: [noor], members: [rui] });
  for (const who of [rui, noor, circle.host.viewer]) await close(who);
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Noor, facilitator', 'Rui']);
  await open(rui);
  expect(await membersOf(circle.id)).toEqual([
    'Ines, facilitator',
    'Noor, facilitator',
    'Rui, host',
  ]);
  await open(noor);
  expect(await activeHosts(circle.id)).toEqual(['Rui']);
});

test('whoever is let into a circle that waits hosts it', async () => {
  const circle = await circleOf();
  const token = (await resetJoinLink(circle.host, { days: 7 })) ?? '';
  await close(circle.host.viewer);
  const [lena, sam] = [await person('Lena'), await person('Sam')];
  await joinCircle(lena, { token }, 1);
  await joinCircle(sam, { token }, 1);
  expect(await membersOf(circle.id)).toEqual(['Ines, facilitator', 'Lena, host', 'Sam']);
  expect((await mailTo(lena.email))[0]?.subject).toBe('You now host Tuesday leads');
});

test('closing the account of a member changes no role', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ facilitators: [noor] });
  await close(noor);
  await open(noor);
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Noor, facilitator']);
});

test('a refused closing passes nothing on', async () => {
  const self = await administrator();
  const circle = await circleOf({ host: self, members: [await person('Noor')] });
  const refused = { ok: false, reason: 'own-account' };
  expect(await deactivatePerson(self, self.personId, passOnHosting)).toEqual(refused);
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Noor']);
});

test('the administrator is told how many circles, and nothing of them', async () => {
  const [ines, noor] = [await person('Ines'), await person('Noor')];
  for (const name of ['Quiet hours', 'Northern leads']) {
    await circleOf({ host: ines, name, members: [noor] });
  }
  await circleOf({ host: ines, name: 'Just me' });
  const page = await as(admin, deactivation(ines));
  const says = textOf(page);
  expect(says).toContain('They host two circles. Hosting passes to whoever has been there longest');
  expect(says).toContain('They also host one circle with nobody else to pass it to.');
  for (const secret of ['Quiet hours', 'Northern leads', 'Just me', 'Noor', 'tuesday-leads']) {
    expect(page.body).not.toContain(secret);
  }
  expect(textOf(await as(admin, deactivation(noor)))).not.toContain('They host');
  await post(admin, deactivation(noor));
  expect(textOf(await as(admin, deactivation(ines)))).toContain('They host three circles with');
});

test('a circle is not handed to a closed account, and its page does not offer it', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  const page = `/circles/${circle.slug}/people/${noor.personId}`;
  const ines = circle.host.viewer;
  expect((await as(ines, page)).body).toContain(`href="${page}/host"`);
  await close(noor);
  const after = await as(ines, page);
  expect(after.body).not.toContain(`href="${page}/host"`);
  expect(textOf(after)).toContain('Noor’s account is closed, so they cannot host.');
  expect((await as(ines, `${page}/host`)).location).toBe(page);
  expect((await post(ines, `${page}/host`)).status).not.toBe(303);
  expect(await handOverCircle(circle.host, noor.personId)).toEqual({
    ok: false,
    reason: 'deactivated',
  });
  expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Noor']);
});

test('handing over to somebody whose account is closed at this moment leaves a host', async () => {
  for (let round = 0; round < 10; round++) {
    const [noor, rui] = [await person('Noor'), await person('Rui')];
    const circle = await circleOf({ members: [noor, rui] });
    const [handed] = await Promise.all([handOverCircle(circle.host, noor.personId), close(noor)]);
    expect(await activeHosts(circle.id)).toEqual(['Ines']);
    if (!handed.ok) expect(handed.reason).toBe('deactivated');
  }
});

test('a host whose account is closed while they hand over leaves a host', async () => {
  for (let round = 0; round < 10; round++) {
    const [noor, rui] = [await person('Noor'), await person('Rui')];
    const circle = await circleOf({ facilitators: [rui], members: [noor] });
    const [handed] = await Promise.all([
      handOverCircle(circle.host, noor.personId),
      close(circle.host.viewer),
    ]);
    // Either way round: handed over first, or passed on first.
    expect(await activeHosts(circle.id)).toEqual([handed.ok ? 'Noor' : 'Rui']);
    if (!handed.ok) expect(handed.reason).toBe('not-host');
  }
});

test('closing the host and who would be next, and the third leaving, all at once', async () => {
  for (let round = 0; round < 5; round++) {
    const [noor, rui, lena] = [await person('Noor'), await person('Rui'), await person('Lena')];
    const circle = await circleOf({ facilitators: [noor], members: [rui, lena] });
    const leaving = await member(rui, circle.slug);
    await Promise.all([close(circle.host.viewer), close(noor), leaveCircle(leaving)]);
    expect(await activeHosts(circle.id)).toHaveLength(1);
  }
});
