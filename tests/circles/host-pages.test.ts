import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { changeAgreement } from '#app/circles/agreement/commands/change-agreement.server.ts';
import { MOST_OPEN_INVITATIONS } from '#app/circles/rules/circles.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { invitationTo, membersOf } from './circle.ts';
import { as, post, textOf } from './visits.ts';

describe('the host’s pages', () => {
  test('inviting shows the link once', async () => {
    const circle = await circleOf();
    const host = circle.host.viewer;
    const path = `/circles/${circle.slug}/invitations`;
    const form = {
      emails: 'lena@example.org',
      role: 'member',
      word: '',
      submissionKey: randomUUID(),
    };
    const sent = await post(host, path, form);
    expect(sent.status).toBe(200);
    expect(sent.body).toMatch(/\/join\/[\w-]{27}/);
    expect((await post(host, path, form)).body).not.toMatch(/\/join\/[\w-]{27}/);
    const page = await as(host, path);
    expect(page.body).toContain('lena@example.org');
    expect(page.body).not.toMatch(/\/join\/[\w-]{27}/);
  });

  test('a refused invitation says so once, in its own form', async () => {
    const circle = await circleOf();
    for (let n = 0; n < MOST_OPEN_INVITATIONS; n++) {
      await invitationTo(circle, `guest-${n}@example.org`);
    }
    const form = {
      emails: 'one-more@example.org',
      role: 'facilitator',
      submissionKey: randomUUID(),
    };
    const page = await post(circle.host.viewer, `/circles/${circle.slug}/invitations`, form);
    expect(page.status).toBe(422);
    const forms = page.body.split('<form').filter((one) => one.includes('role="alert"'));
    expect(forms).toHaveLength(1);
    expect(forms[0]).toContain('30 invitations open');
    expect(forms[0]).toContain('>one-more@example.org</textarea>');
  });

  test('sending one too often is refused, with when to try again', async () => {
    const circle = await circleOf();
    const host = circle.host.viewer;
    const { invitationId } = await invitationTo(circle, 'lena@example.org');
    const path = `/circles/${circle.slug}/invitations/${invitationId}/resending`;
    for (let n = 0; n < 5; n++) expect((await post(host, path)).status).toBe(200);
    const refused = await post(host, path);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(textOf(refused)).toContain('Nothing is lost: send it again in 24 hours.');
  });

  test('a role is changed, and the circle handed over, from their page', async () => {
    const noor = await person('Noor');
    const circle = await circleOf({ members: [noor] });
    const host = circle.host.viewer;
    const path = `/circles/${circle.slug}/people/${noor.personId}`;
    expect((await post(host, path, { role: 'host' })).status).toBe(422);
    expect((await post(host, path, { role: 'facilitator' })).status).toBe(303);
    expect(await membersOf(circle.id)).toEqual(['Ines, host', 'Noor, facilitator']);
    expect(textOf(await as(host, `${path}/host`))).toContain('Make Noor the host?');
    expect((await post(host, `${path}/host`)).status).toBe(303);
    expect(await membersOf(circle.id)).toEqual(['Ines, facilitator', 'Noor, host']);
    expect((await post(host, path, { role: 'member' })).status).toBe(404);
  });

  test('removing asks first, and tells the one removed what happened', async () => {
    const noor = await person('Noor');
    const circle = await circleOf({ members: [noor] });
    const host = circle.host.viewer;
    const path = `/circles/${circle.slug}/people/${noor.personId}/removal`;
    expect(textOf(await as(host, path))).toContain('Remove Noor from the circle?');
    expect((await as(host, path, { form: { word: '' } })).status).toBe(422);
    expect(await membersOf(circle.id)).toContain('Noor');
    expect((await post(host, path, { word: '' })).status).toBe(303);
    expect(await membersOf(circle.id)).toEqual(['Ines, host']);
    const page = await as(noor, `/circles/${circle.slug}`);
    expect(page.status).toBe(404);
    expect(textOf(page)).toMatch(/no longer/i);
  });

  test('settings saved in another tab are shown beside what was typed', async () => {
    const circle = await circleOf();
    const host = circle.host.viewer;
    const path = `/circles/${circle.slug}/settings`;
    const form = {
      name: 'Wednesday leads',
      purpose: '',
      seats: '8',
      timeZone: 'Europe/Madrid',
      visibility: 'private',
      cloth: 'pine',
      version: '1',
    };
    expect((await post(host, path, form)).status).toBe(303);
    const late = await post(host, path, { ...form, name: 'Thursday leads' });
    expect(late.status).toBe(422);
    const text = textOf(late);
    expect(text).toContain('saved elsewhere while you were here');
    expect(text).toContain('Wednesday leads');
    expect(late.body).toContain('value="Thursday leads"');
    expect(late.body).toContain('name="version" value="2"');
  });

  test('the host alone is told why they stay, and hands over before leaving', async () => {
    const circle = await circleOf();
    const host = circle.host.viewer;
    const path = `/circles/${circle.slug}/leave`;
    expect(textOf(await as(host, path))).toContain('A circle always has a host');
    expect((await post(host, path)).status).toBe(422);
    expect(await membersOf(circle.id)).toEqual(['Ines, host']);
  });
});

describe('the agreement', () => {
  test('changed, it asks everyone else again, and the host sees who has said so', async () => {
    const noor = await person('Noor');
    const circle = await circleOf({ members: [noor] });
    const host = circle.host.viewer;
    const home = `/circles/${circle.slug}`;
    expect(textOf(await as(noor, home))).not.toContain('The agreement changed');
    await changeAgreement(circle.host, { body: 'Nothing leaves the room.', version: 1 });
    for (const path of [home, `${home}/people`, `${home}/agreement`]) {
      const text = textOf(await as(noor, path));
      expect(text, path).toContain('The agreement changed');
      expect(text, path).toContain('Nothing leaves the room.');
    }
    expect(textOf(await as(noor, '/'))).toContain('It waits for your “I’m in”');
    expect(textOf(await as(host, `${home}/agreement`))).toMatch(/Not said yet Noor/);
    const said = { agreementVersion: '2', consent: 'on' };
    expect((await post(noor, `${home}/agreement`, said)).location).toBe(home);
    expect(textOf(await as(noor, home))).not.toContain('The agreement changed');
    expect(textOf(await as(host, `${home}/agreement`))).not.toContain('Not said yet');
  });
});
