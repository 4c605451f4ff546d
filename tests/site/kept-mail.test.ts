import { expect, test } from 'vitest';
import { complaintsOf, type SiteState } from '#app/site/rules/state.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { sessionIn } from '../sessions/support.ts';

// The tests run without a mail server: every message is kept.

test('who runs the site is told on home of mail that waits in the Outbox; nobody else is', async () => {
  const sam = await person('Sam');
  await db.insertInto('site_admin').values({ person_id: sam.personId }).execute();
  const circle = await circleOf({ members: [sam] });
  await sessionIn(circle.host);
  await mailTo(sam.email);
  const home = async (who: typeof sam) =>
    (await ask('/', { cookie: await signInCookie(who) })).body;
  expect(await home(await viewer(sam))).toMatch(/messages? waits? in the Outbox/);
  expect(await home(circle.host.viewer)).not.toContain('in the Outbox');
});

test('how it runs says so, with the remedy', () => {
  const runs = { node: '24.0.0', connections: {}, jobs: {}, backups: {}, disk: null, proxy: {} };
  const wrong = (through: string | null) =>
    complaintsOf({ ...runs, mail: { through, failing: null } } as SiteState, new Date()).mail;
  expect(wrong(null)).toContain('SMTP_URL');
  expect(wrong('mail.example.org')).toBeUndefined();
});

test('after an act nobody is promised a mail that does not leave', async () => {
  const circle = await circleOf({ members: [await person('Noor')] });
  const cookie = await signInCookie(circle.host.viewer);
  const sessionId = await sessionIn(circle.host);
  const url = `/circles/${circle.slug}/sessions/${sessionId}`;
  const form = { reason: 'Half of us are ill.' };
  const [notice = ''] = (await ask(`${url}/cancellation`, { cookie, form })).cookies;
  const carried = `${cookie}; ${notice.split(';', 1)[0]}`;
  const { body } = await ask(url, { cookie: carried });
  expect(body).toContain('The session is cancelled. No mail leaves this site yet');
  expect(body).not.toContain('is told by mail');

  const invited = await ask(`/circles/${circle.slug}/invitations`, {
    cookie,
    form: {
      submissionKey: crypto.randomUUID(),
      emails: 'new@example.org',
      role: 'member',
      word: '',
    },
  });
  expect(invited.body).toContain('The invitation to new@example.org is written');
  expect(invited.body).not.toContain('on its way');
});
