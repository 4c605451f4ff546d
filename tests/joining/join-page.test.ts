import { describe, expect, test } from 'vitest';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { withdrawInvitation } from '#app/joining/commands/open-invitation.server.ts';
import { account, carried, elsewhere } from '#tests/accounts/given.ts';
import { fullCircle, invitationTo, lineOf, membersOf } from '#tests/circles/circle.ts';
import { textOf } from '#tests/circles/visits.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { join, newcomer, peopleAt } from './newcomer.ts';

describe('what the page shows', () => {
  test('a personal invitation shows the circle, its agreement and who is in it', async () => {
    const circle = await circleOf({ name: 'Quiet room', members: [await person('Noor')] });
    const { token } = await invitationTo(circle, 'lena@example.org');
    const page = await ask(`/join/${token}`);
    expect(page.status).toBe(200);
    for (const words of ['Quiet room', 'Ines', 'Noor', 'What is said here stays here.']) {
      expect(page.body).toContain(words);
    }
    expect(textOf(page)).toContain('Take the third seat');
    expect(page.body).toContain('value="lena@example.org"');
    expect(page.body).toContain(`/sign-in?to=%2Fjoin%2F${token}`);
  });

  test('the reusable link names the host and nobody else', async () => {
    const circle = await circleOf({ members: [await person('Noor')] });
    const token = await resetJoinLink(circle.host, { days: 7 });
    const page = await ask(`/join/${token}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Ines');
    expect(page.body).not.toContain('Noor');
  });

  test('a link that does not work is 404 and tells nothing of the circle', async () => {
    const circle = await circleOf({ name: 'Quiet room' });
    const { token, invitationId } = await invitationTo(circle);
    await withdrawInvitation(circle.host, invitationId);
    for (const path of [`/join/${token}`, `/join/${token}.data`, '/join/nothing']) {
      const page = await ask(path);
      expect(page.status, path).toBe(404);
      expect(page.body).not.toMatch(/Quiet room|Ines/);
    }
    expect((await ask(`/join/${token}`)).body).toContain('ask the person who sent it');
  });

  test('a member is brought to the circle, someone in line to their place', async () => {
    const { circle, noor } = await fullCircle();
    const { token } = await invitationTo(circle);
    const asNoor = await ask(`/join/${token}`, { cookie: await signInCookie(noor) });
    expect(asNoor).toMatchObject({ status: 302, location: `/circles/${circle.slug}` });
    const lena = await person('Lena');
    await joinCircle(lena, { token }, 1);
    const asLena = await ask(`/join/${token}`, { cookie: await signInCookie(lena) });
    expect(asLena).toMatchObject({ status: 302, location: `/circles/${circle.slug}/seat` });
  });

  test('a full circle says so, with the place in line', async () => {
    const { circle } = await fullCircle();
    const { token } = await invitationTo(circle);
    const page = await ask(`/join/${token}`);
    expect(page.body).toContain('All three seats are taken');
    expect(page.body).toContain('next in line');
    expect(page.body).toContain('Join the waiting list');
  });
});

test('two people take the last seat at once: one is in, the other is told of the line', async () => {
  const circle = await circleOf({ seats: 3, members: [await person('Noor')] });
  const link = (await resetJoinLink(circle.host, { days: 7 })) ?? '';
  const cookie = await signInCookie(await person('Lena'));
  const said = { as: 'viewer', agreementVersion: '1', consent: 'on' };
  const answers = await Promise.all([join(link, said, cookie), join(link, newcomer())]);
  const to = answers.map(({ location }) => location).sort();
  expect(to).toEqual([`/circles/${circle.slug}`, `/circles/${circle.slug}/seat`]);
  const late = answers.find(({ location }) => location?.endsWith('/seat'));
  const page = await ask(late?.location ?? '', {
    cookie: [answers[0] === late ? cookie : '', carried(late?.cookies ?? [])].join('; '),
  });
  expect(textOf(page)).toContain('All seats are taken just now, so you’re on the waiting list.');
  expect(textOf(page)).toContain('You’re next in line');
  expect(await membersOf(circle.id)).toHaveLength(3);
  expect(await lineOf(circle.id)).toHaveLength(1);
});

describe('someone with an account', () => {
  test('signed in, confirms and is in', async () => {
    const circle = await circleOf();
    const { token } = await invitationTo(circle);
    const cookie = await signInCookie(await person('Lena'));
    expect((await ask(`/join/${token}`, { cookie })).body).not.toContain('name="password"');
    const form = { as: 'viewer', agreementVersion: '1', consent: 'on' };
    expect(await join(token, form, cookie)).toMatchObject({
      status: 303,
      location: `/circles/${circle.slug}`,
    });
    expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Lena']);
  });

  test('as a newcomer with their own password, joins as themselves', async () => {
    const circle = await circleOf();
    const { token } = await invitationTo(circle);
    const amara = await account();
    const answer = await join(token, newcomer({ name: 'Other', email: amara.email }));
    expect(answer.location).toBe(`/circles/${circle.slug}`);
    expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Amara']);
  });

  test('as a newcomer with a wrong password, is not let in and uses nothing up', async () => {
    const circle = await circleOf();
    const { token } = await invitationTo(circle);
    const amara = await account();
    const form = newcomer({ email: amara.email, password: 'not hers at all' });
    const answer = await join(token, form);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('We couldn’t make an account with this address');
    expect(answer.cookies.join()).not.toContain('octavo_sign_in');
    expect(await membersOf(circle.id)).toEqual(['Ines, host']);
    expect((await join(token, newcomer())).status).toBe(303);
  });

  test('a newcomer’s form from a signed-in browser makes no second account', async () => {
    const circle = await circleOf();
    const { token } = await invitationTo(circle);
    const cookie = await signInCookie(await person('Lena'));
    const form = newcomer();
    expect((await join(token, form, cookie)).status).toBe(422);
    expect(await peopleAt(form.email)).toEqual([]);
  });
});

test('trying many addresses with one link is stopped', async () => {
  const circle = await circleOf();
  const token = (await resetJoinLink(circle.host, { days: 7 })) ?? '';
  const amara = await account();
  const form = newcomer({ email: amara.email, password: 'not hers at all', agreementVersion: '9' });
  const ip = elsewhere();
  const statuses = new Set<number>();
  for (let i = 0; i < 45; i++) statuses.add((await ask(`/join/${token}`, { form, ip })).status);
  expect([...statuses]).toEqual([422, 429]);
});
