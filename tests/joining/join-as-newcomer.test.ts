import { describe, expect, test } from 'vitest';
import { changeAgreement } from '#app/circles/agreement/commands/change-agreement.server.ts';
import { address, carried } from '#tests/accounts/given.ts';
import { fullCircle, invitationTo, lineOf, membersOf } from '#tests/circles/circle.ts';
import { ask } from '#tests/support/ask.ts';
import { type CastCircle, circleOf } from '#tests/support/cast.ts';
import { linkTo, mailTo } from '#tests/support/jobs.ts';
import { join, newcomer, peopleAt } from './newcomer.ts';

async function mailedTo(circle: CastCircle, email: string): Promise<string> {
  await invitationTo(circle, email);
  return (await linkTo(email)).replace('/join/', '');
}

describe('a newcomer', () => {
  test('makes the account and is in the circle at once, signed in', async () => {
    const circle = await circleOf();
    const { token } = await invitationTo(circle);
    const form = newcomer();
    const answer = await join(token, form);
    expect(answer).toMatchObject({ status: 303, location: `/circles/${circle.slug}` });
    const page = await ask(answer.location ?? '', { cookie: carried(answer.cookies) });
    expect(page.status).toBe(200);
    expect(page.body).toContain('Welcome. You have a seat.');
    expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Lena']);
    expect(await peopleAt(form.email)).toEqual([
      { name: 'Lena', time_zone: 'Europe/Berlin', confirmed: null },
    ]);
    expect((await mailTo(form.email)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/confirm/i),
    ]);
  });

  test('who followed the mail to this very address needs no other mail to confirm it', async () => {
    const circle = await circleOf();
    const email = address('lena');
    const token = await mailedTo(circle, email);
    expect((await join(token, newcomer({ email: email.toUpperCase() }))).status).toBe(303);
    expect(await peopleAt(email)).toMatchObject([{ confirmed: email.toUpperCase() }]);
    expect(await mailTo(email.toUpperCase())).toEqual([]);
  });

  test('an address of another’s choosing is not confirmed by the mail', async () => {
    const circle = await circleOf();
    const token = await mailedTo(circle, address('lena'));
    const form = newcomer();
    await join(token, form);
    expect(await peopleAt(form.email)).toMatchObject([{ confirmed: null }]);
  });

  test('what is wrong stands at its field, what was typed stays, and nothing is made', async () => {
    const circle = await circleOf();
    const { token } = await invitationTo(circle);
    const { consent: _, ...unsaid } = newcomer({ email: 'lena@example', password: 'short' });
    const answer = await join(token, unsaid);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('value="Lena"');
    expect(answer.body).toContain('value="lena@example"');
    expect(answer.body).toContain('Use at least 8 characters.');
    expect(answer.body).toContain('say that you’re in');
    expect(answer.body).not.toContain('value="short"');
    expect(await membersOf(circle.id)).toEqual(['Ines, host']);
    expect(await peopleAt('lena@example')).toEqual([]);
  });

  test('into a full circle stands in line and is told where', async () => {
    const { circle } = await fullCircle();
    const { token } = await invitationTo(circle);
    const form = newcomer();
    const answer = await join(token, form);
    expect(answer.location).toBe(`/circles/${circle.slug}/seat`);
    const page = await ask(answer.location ?? '', { cookie: carried(answer.cookies) });
    expect(page.body).toContain('You’re next in line');
    expect(await lineOf(circle.id)).toEqual(['Lena: waits']);
    const subjects = (await mailTo(form.email)).map(({ subject }) => subject);
    expect(subjects).toContain('You are in line for Tuesday leads');
  });

  test('the same form sent twice at once is one account and one seat, and both arrive', async () => {
    const circle = await circleOf();
    const { token } = await invitationTo(circle);
    const form = newcomer();
    const answers = await Promise.all([join(token, form), join(token, form)]);
    for (const answer of answers) expect(answer.location).toBe(`/circles/${circle.slug}`);
    expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Lena']);
    expect(await peopleAt(form.email)).toHaveLength(1);
  });

  test('two newcomers with one invitation at once: one account is made, and no half one', async () => {
    const circle = await circleOf();
    const { token } = await invitationTo(circle);
    const forms = [newcomer(), newcomer({ name: 'Sam' })];
    const answers = await Promise.all(forms.map((form) => join(token, form)));
    expect(answers.map(({ status }) => status).sort()).not.toEqual([303, 303]);
    const made = await Promise.all(forms.map(({ email }) => peopleAt(email ?? '')));
    expect(made.flat()).toHaveLength(1);
    expect(await membersOf(circle.id)).toHaveLength(2);
  });

  test('an agreement that changed meanwhile is shown, and no account is left behind', async () => {
    const circle = await circleOf();
    const { token } = await invitationTo(circle);
    await changeAgreement(circle.host, { body: 'Nothing leaves the room.', version: 1 });
    const form = newcomer();
    const answer = await join(token, form);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('The agreement changed while you were reading');
    expect(answer.body).toContain('Nothing leaves the room.');
    expect(await peopleAt(form.email)).toEqual([]);
    expect((await join(token, { ...form, agreementVersion: '2' })).status).toBe(303);
  });
});
