import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { invite } from '#app/joining/commands/invite.server.ts';
import { openInvitations } from '#app/joining/queries/openings.server.ts';
import { addressesIn } from '#app/joining/rules/addresses.server.ts';
import { invitationTo, inviteForm } from '#tests/circles/circle.ts';
import { post, textOf } from '#tests/circles/visits.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { mailTo, messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';

const pathOf = (circle: CastCircle) => `/circles/${circle.slug}/invitations`;

const formOf = (emails: string, given: Record<string, string> = {}) => ({
  ...{ emails, role: 'member', word: '', submissionKey: randomUUID() },
  ...given,
});

const invitedIn = async (circle: CastCircle) =>
  (await openInvitations(circle.host)).map(({ email }) => email).sort();

test('a list is read as people have it', () => {
  const list = [
    'Ines Duarte <ines@example.org>, "Costa, Rui" <rui@example.org>;',
    '',
    'noor@example.org  sam@example.org;lena@example.org,NOOR@example.org',
    '<amara@example.org>',
    'priya at example.org',
  ].join('\n');
  expect(addressesIn(list).map(({ name, typed, line }) => [line, name, typed])).toEqual([
    [1, 'Ines Duarte', 'ines@example.org'],
    [1, 'Costa, Rui', 'rui@example.org'],
    [3, '', 'noor@example.org'],
    [3, '', 'sam@example.org'],
    [3, '', 'lena@example.org'],
    [4, '', 'amara@example.org'],
    [5, 'priya at example.org', 'priya at example.org'],
  ]);
});

test('each address is answered: invited with its link, in already, or invited before and asked', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ seats: 3, members: [noor] });
  const before = await invitationTo(circle, 'sam@example.org');
  const host = circle.host.viewer;
  const list = `Lena Vogt <lena@example.org>, amara@example.org\n${noor.email}\nSAM@example.org`;
  const page = await post(host, pathOf(circle), formOf(list, { word: 'Come along.' }));
  expect(page.status).toBe(200);
  const text = textOf(page);
  expect(text).toContain(
    'Two invitations are written, but no mail leaves this site yet: its administrator has them in the Outbox.',
  );
  expect(text).toContain('One seat is free');
  expect(text).toContain(`${noor.email}: Noor is in the circle already.`);
  expect(text).toContain('Invited before, and not answered yet');
  expect(new Set(page.body.match(/\/join\/[\w-]{27}/g)).size).toBe(2);
  expect(await invitedIn(circle)).toEqual([
    'amara@example.org',
    'lena@example.org',
    'sam@example.org',
  ]);
  expect((await mailTo('lena@example.org'))[0]?.to).toContain('Lena Vogt');
  expect(await mailTo('sam@example.org')).toHaveLength(1);

  const again = await post(host, pathOf(circle), formOf('SAM@example.org', { again: 'yes' }));
  expect(textOf(again)).toContain('The invitation to SAM@example.org is written, but no mail');
  expect(await mailTo('sam@example.org')).toHaveLength(2);
  const hashes = await db.selectFrom('invitation').select('id').where('circle_id', '=', circle.id);
  expect((await hashes.execute()).map(({ id }) => id)).toContain(before.invitationId);
});

test('a bad address is named beside its line, what was typed is kept, and nothing is sent', async () => {
  const circle = await circleOf();
  const list = 'lena@example.org\nsam@\nrui at example.org';
  const page = await post(circle.host.viewer, pathOf(circle), formOf(list));
  expect(page.status).toBe(422);
  expect(textOf(page)).toContain('Line 2: “sam@” does not look like an email address.');
  expect(textOf(page)).toContain('Line 3: “rui at example.org” does not look like an email');
  expect(page.body).toContain('lena@example.org\nsam@\nrui at example.org</textarea>');
  expect(await invitedIn(circle)).toEqual([]);
  expect((await post(circle.host.viewer, pathOf(circle), formOf(' \n, '))).status).toBe(422);
});

test('more than may be open, or may be sent in an hour, sends none and keeps the list', async () => {
  const circle = await circleOf();
  const host = circle.host.viewer;
  const guests = (from: number, many: number) =>
    Array.from({ length: many }, (_, n) => `guest-${from + n}@example.org`).join('\n');
  expect((await post(host, pathOf(circle), formOf(guests(0, 20)))).status).toBe(200);
  const more = await post(host, pathOf(circle), formOf(guests(20, 11)));
  expect(more.status).toBe(422);
  expect(textOf(more)).toContain('30 invitations open, and this would be more');
  expect(more.body).toContain('guest-30@example.org</textarea>');
  const another = await circleOf({ host });
  const rest = await post(host, pathOf(another), formOf(guests(40, 21)));
  expect(rest.status).toBe(429);
  expect(textOf(rest)).toContain('Nothing is lost: send it again in');
  expect(rest.body).toContain('guest-60@example.org</textarea>');
  expect(await invitedIn(another)).toEqual([]);
  expect((await post(host, pathOf(another), formOf(guests(40, 20)))).status).toBe(200);
});

test('the same form sent again is one; with another list, role or word it is not answered as sent', async () => {
  const circle = await circleOf();
  const host = circle.host.viewer;
  const form = formOf('lena@example.org, sam@example.org');
  await post(host, pathOf(circle), form);
  const mails = (await messagesOf('invitation')).length;
  const same = await post(host, pathOf(circle), form);
  expect(same.status).toBe(200);
  expect(same.body).not.toMatch(/\/join\/[\w-]{27}/);
  for (const changed of [
    { emails: 'lena@example.org' },
    { emails: 'lena@example.org, sam@example.org, rui@example.org' },
    { role: 'facilitator' },
    { word: 'Do come.' },
  ]) {
    const page = await post(host, pathOf(circle), { ...form, ...changed });
    expect(page.status).toBe(422);
    expect(textOf(page)).toContain('sent before, to lena@example.org and sam@example.org');
    expect(page.body).toContain(`${Object.values(changed)[0]?.split(', ').at(-1)}`);
    expect(page.body).not.toContain(form.submissionKey);
  }
  expect(await invitedIn(circle)).toEqual(['lena@example.org', 'sam@example.org']);
  expect(await messagesOf('invitation')).toHaveLength(mails);
});

test('one list sent five times at once is sent once', async () => {
  const circle = await circleOf();
  const form = inviteForm('ada@example.org, bo@example.org');
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => invite(circle.host, form)));
  const told = outcomes.flatMap((one) => (one.ok ? one.each : [])).filter((one) => 'token' in one);
  expect(told.filter(({ token }) => token !== null)).toHaveLength(2);
  expect(await invitedIn(circle)).toEqual(['ada@example.org', 'bo@example.org']);
});
