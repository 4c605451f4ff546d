import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { requestToJoin } from '#app/joining/commands/request-to-join.server.ts';
import { db } from '#db/database.server.ts';
import { ask } from '#tests/support/ask.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { fullCircle, inLine, invitationTo, letOffersLapse, lineOf, membersOf } from './circle.ts';
import { as, post, textOf } from './visits.ts';

describe('starting a circle', () => {
  const form = () => ({
    name: 'Quiet room',
    purpose: '',
    seats: '5',
    timeZone: 'Europe/Lisbon',
    visibility: 'private',
    cloth: 'plum',
    agreement: 'What is said here stays here.',
    submissionKey: randomUUID(),
  });

  test('leads to it; sent again, to the same one', async () => {
    const ines = await person('Ines');
    const filled = form();
    const first = await post(ines, '/circles/new', filled);
    expect(first).toMatchObject({ status: 303 });
    expect(first.location).toMatch(/^\/circles\/quiet-room-[a-z0-9]{5}$/);
    expect((await post(ines, '/circles/new', filled)).location).toBe(first.location);
    const page = await as(ines, first.location ?? '');
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain('Invite the first people');
  });

  test('what is wrong stands at its field and what was typed stays', async () => {
    const ines = await person('Ines');
    const wrong = { ...form(), name: ' ', seats: '13', agreement: '', purpose: 'To read.' };
    const answer = await post(ines, '/circles/new', wrong);
    expect(answer.status).toBe(422);
    const text = textOf(answer);
    expect(text).toContain('Give the circle a name.');
    expect(text).toContain('A circle has 3 to 12 seats.');
    expect(text).toContain('Write at least one rule.');
    expect(text).toContain('To read.');
  });
});

describe('finding a circle', () => {
  test('listed circles are shown, private ones and those one is in are not', async () => {
    const listed = await circleOf({ name: 'Open shelf', visibility: 'listed' });
    await circleOf({ name: 'Closed shelf' });
    const noor = await person('Noor');
    const mine = await circleOf({ name: 'My shelf', visibility: 'listed', members: [noor] });
    const text = textOf(await as(noor, '/circles'));
    expect(text).toContain('Open shelf');
    expect(text).not.toContain('Closed shelf');
    const page = await as(noor, '/circles');
    expect(page.body).toContain(`/circles/${listed.slug}/about`);
    expect(page.body).not.toContain(`/circles/${mine.slug}/about`);
  });

  test('about a listed circle names its host and nobody else; a private one is not there', async () => {
    const noor = await person('Noor');
    const open = await circleOf({ visibility: 'listed', members: [noor] });
    const closed = await circleOf({ members: [noor] });
    const lena = await person('Lena');
    const page = await as(lena, `/circles/${open.slug}/about`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Ines');
    expect(page.body).not.toContain('Noor');
    expect((await as(lena, `/circles/${closed.slug}/about`)).status).toBe(404);
    expect((await as(noor, `/circles/${closed.slug}/about`)).status).toBe(200);
  });

  test('asking again with another word keeps the first, and says so', async () => {
    const circle = await circleOf({ visibility: 'listed' });
    const lena = await person('Lena');
    const about = `/circles/${circle.slug}/about`;
    const form = { word: 'Please.', agreementVersion: '1', consent: 'on' };
    await post(lena, about, form);
    expect((await post(lena, about, form)).status).toBe(303);
    const again = await post(lena, about, { ...form, word: 'Noor told me of you.' });
    expect(again.status).toBe(422);
    expect(textOf(again)).toContain('You asked before, and wrote Please.');
    expect(again.body).toContain('Noor told me of you.</textarea>');
    const requests = `/circles/${circle.slug}/requests`;
    expect(textOf(await as(circle.host.viewer, requests))).toContain('Please.');
    const instead = { ...form, word: 'Noor told me of you.', instead: 'yes' };
    expect((await post(lena, about, instead)).status).toBe(303);
    expect(textOf(await as(circle.host.viewer, requests))).toContain('Noor told me of you.');
  });

  test('asking, being answered', async () => {
    const circle = await circleOf({ visibility: 'listed' });
    const lena = await person('Lena');
    const about = `/circles/${circle.slug}/about`;
    const unsaid = await post(lena, about, { word: 'Please.', agreementVersion: '1' });
    expect(unsaid.status).toBe(422);
    expect(textOf(unsaid)).toContain('Please.');
    const asked = await post(lena, about, {
      word: 'Please.',
      agreementVersion: '1',
      consent: 'on',
    });
    expect(asked).toMatchObject({ status: 303, location: about });
    expect(textOf(await as(lena, about))).toContain('You’ve asked for a seat');
    expect(textOf(await as(lena, '/'))).toContain('You asked for a seat');
    const host = circle.host.viewer;
    expect(textOf(await as(host, '/'))).toContain('Someone asks for a seat');
    expect(textOf(await as(host, `/circles/${circle.slug}`))).toContain('One person asks');
    const requests = await as(host, `/circles/${circle.slug}/requests`);
    expect(textOf(requests)).toContain('Please.');
    const path = /action="([^"]*\/decision)"/.exec(requests.body)?.[1] ?? '';
    const accepted = await post(host, path, { decision: 'accepted', answer: '' });
    expect(accepted).toMatchObject({ status: 303, location: `/circles/${circle.slug}/requests` });
    expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Lena']);
    const late = await post(host, path, { decision: 'declined', answer: '' });
    expect(late.status).toBe(422);
    expect(textOf(late)).toContain('no longer open');
  });

  test('a request is withdrawn from home', async () => {
    const circle = await circleOf({ visibility: 'listed' });
    const lena = await person('Lena');
    await requestToJoin(lena, circle.slug, { word: '', agreementVersion: 1 });
    const path = `/circles/${circle.slug}/request/withdrawal`;
    expect((await as(lena, '/')).body).toContain(`action="${path}"`);
    expect(await post(lena, path)).toMatchObject({ status: 303, location: '/' });
    expect(textOf(await as(lena, '/'))).not.toContain('You asked for a seat');
    expect((await post(lena, path)).status).toBe(404);
  });
});

describe('standing in line', () => {
  test('the place, the offer, taking it', async () => {
    const { circle, noor } = await fullCircle();
    const [lena, sam] = await inLine(circle, 'Lena', 'Sam');
    if (!lena || !sam) throw new Error('nobody in line');
    const seat = `/circles/${circle.slug}/seat`;
    expect(textOf(await as(sam, seat))).toContain('You’re second in line');
    expect((await post(lena, seat, { answer: 'accept' })).status).toBe(422);
    await leaveCircle(await member(noor, circle.slug));
    expect(textOf(await as(lena, seat))).toContain('A seat is yours to take');
    expect(textOf(await as(lena, '/'))).toContain('A seat is yours to take');
    expect(textOf(await as(sam, seat))).toContain('You’re next in line');
    expect(await post(lena, seat, { answer: 'accept' })).toMatchObject({
      status: 303,
      location: `/circles/${circle.slug}`,
    });
    expect((await as(lena, seat)).location).toBe(`/circles/${circle.slug}`);
    expect(await post(sam, seat, { answer: 'leave' })).toMatchObject({ location: '/' });
    expect((await as(sam, seat)).status).toBe(404);
    expect(await lineOf(circle.id)).toEqual(['Lena: joined', 'Sam: withdrawn']);
  });

  test('an offer that lapsed is told to the one who had it', async () => {
    const { circle, noor } = await fullCircle();
    const [lena] = await inLine(circle, 'Lena', 'Sam');
    if (!lena) throw new Error('nobody in line');
    await leaveCircle(await member(noor, circle.slug));
    await letOffersLapse(circle.id);
    const seat = `/circles/${circle.slug}/seat`;
    expect(textOf(await as(lena, seat))).toContain('The seat went to the next person');
    const late = await post(lena, seat, { answer: 'accept' });
    expect(textOf(late)).toContain('The seat went to the next person');
    expect(await lineOf(circle.id)).toEqual(['Lena: lapsed', 'Sam: offered']);
    expect((await as(lena, seat)).status).toBe(200);
  });
});

describe('an invitation to one’s own address', () => {
  test('is on the home page of who confirmed it, and joins', async () => {
    const circle = await circleOf();
    const lena = await person('Lena');
    const { invitationId } = await invitationTo(circle, lena.email);
    const path = `/invitations/${invitationId}`;
    expect((await as(lena, '/')).body).not.toContain(path);
    expect((await as(lena, path)).status).toBe(404);
    await db
      .insertInto('email_confirmed')
      .values({ person_id: lena.personId, email: lena.email })
      .execute();
    expect((await as(lena, '/')).body).toContain(path);
    expect((await as(lena, path)).status).toBe(200);
    expect((await as(await person('Mallory'), path)).status).toBe(404);
    const joined = await post(lena, path, { agreementVersion: '1', consent: 'on' });
    expect(joined.location).toBe(`/circles/${circle.slug}`);
    expect((await as(lena, path)).location).toBe(`/circles/${circle.slug}`);
  });
});

test('home of someone in no circle shows the ways into one', async () => {
  const text = textOf(await as(await person('Lena'), '/'));
  expect(text).toContain('Welcome, Lena');
  for (const way of ['Someone invites you', 'Find a circle', 'Start a circle']) {
    expect(text).toContain(way);
  }
});

test('a visitor’s home says what this is', async () => {
  const page = await ask('/');
  expect(page.status).toBe(200);
  expect(page.body).toContain('href="/sign-in"');
});
