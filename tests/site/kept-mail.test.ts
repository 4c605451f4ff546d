import { afterEach, expect, test } from 'vitest';
import { env } from '#app/platform/settings/env.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { complaintsOf, type SiteState } from '#app/site/rules/state.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { choiceIn } from '../choosing/support.ts';
import { makeFormWorld } from '../routes/form-world.ts';
import { day } from '../seasons/season.ts';
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
  expect(/class="notice-words">([^<]*)</.exec(body)?.[1]).toBe(
    'The session is cancelled. No mail leaves this site yet: its administrator has it in the Outbox.',
  );

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

afterEach(() => {
  env.SMTP_URL = undefined;
});

/** Every page that says before an act who gets a mail, or that one will come; and to whom. */
async function promisingPages() {
  const [noor, rui, priya, sam] = await Promise.all([
    person('Noor'),
    person('Rui'),
    person('Priya'),
    person('Sam'),
  ]);
  const circle = await circleOf({ members: [noor, rui], seats: 3, visibility: 'listed' });
  const bare = await circleOf({ members: [noor] });
  const sessionId = await sessionIn(circle.host);
  const off = await sessionIn(circle.host);
  await cancelSession(circle.host, off, { reason: 'Half of us are ill.' });
  const choiceId = await choiceIn(circle.host, { date: day(9) }, {});
  await db
    .insertInto('join_request')
    .values({ circle_id: circle.id, person_id: sam.personId, word: '' })
    .execute();
  const place = await db
    .insertInto('waiting_place')
    .values({ circle_id: circle.id, person_id: priya.personId })
    .returning('id')
    .executeTakeFirstOrThrow();
  const [ines, asNoor, asPriya, asSam, alone] = await Promise.all(
    [circle.host.viewer, noor, priya, sam, bare.host.viewer].map((who) => signInCookie(who)),
  );
  const path = `/circles/${circle.slug}`;
  const other = `/circles/${bare.slug}`;
  return [
    [`${path}/sessions/${sessionId}/edit`, ines],
    [`${path}/sessions/${sessionId}/cancellation`, ines],
    [`${path}/sessions/${off}/restoration`, ines],
    [`${other}/sessions`, asNoor],
    [`${other}/choosing`, asNoor],
    [`${other}/choosing/new`, alone],
    [`${path}/choosing/${choiceId}/closing`, ines],
    [`${path}/people/${noor.personId}/removal`, ines],
    [`${path}/waiting/${place.id}/removal`, ines],
    [`${path}/requests`, ines],
    [`${other}/requests`, alone],
    [`${path}/about`, asPriya],
    [`${path}/seat`, asPriya],
    ['/', asPriya],
    ['/', asSam],
    [`${path}/about`, asSam],
    ['/account/email', asSam],
  ] as const;
}

const PROMISES =
  /by mail\b|gets? a mail|the mail (with your|that tells)|[Ww]e write to (you|the new)|comes by mail|Mail comes/;

test('before an act a page promises mail on a site that sends it, and on no other', async () => {
  for (const [path, cookie] of await promisingPages()) {
    env.SMTP_URL = undefined;
    const kept = await ask(path, { cookie: cookie ?? '' });
    expect(kept.status, path).toBe(200);
    expect(kept.body.match(PROMISES)?.[0], path).toBeUndefined();
    env.SMTP_URL = 'smtp://mail.example.org';
    expect((await ask(path, { cookie: cookie ?? '' })).body, path).toMatch(PROMISES);
  }
});

test('no page that anybody finds promises mail where none leaves', async () => {
  const places = await makeFormWorld();
  expect(places.length).toBeGreaterThan(100);
  for (const { who, path } of places) {
    const cookie = who ? await signInCookie(who) : '';
    expect((await ask(path, { cookie })).body.match(PROMISES)?.[0], path).toBeUndefined();
  }
}, 180_000);
