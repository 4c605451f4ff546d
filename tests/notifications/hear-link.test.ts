import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { leaveCircle, removeMember } from '#app/circles/commands/members.server.ts';
import { post as postMessage } from '#app/notifications/commands/post.server.ts';
import { unsubscribeUrl } from '#app/notifications/hearing/queries/hear-link.server.ts';
import { outboxPage } from '#app/platform/mail/outbox.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { threadBy } from '#tests/discussions/notes.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { type Asking, ask } from '#tests/support/ask.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { startSite } from '#tests/support/served.ts';
import { db } from '#tests/support/set-up.ts';
import { betweenVolumeOf, followingOf, itemOf, volumeOf, waitingFor } from './hearing.ts';

let site: Awaited<ReturnType<typeof startSite>>;
let noor: Member;
let ines: Member;
let second: Member;
let link: string;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

beforeEach(async () => {
  const who = await person('Noor');
  const circle = await circleOf({ name: 'Tuesday leads', members: [who] });
  const other = await circleOf({ name: 'The other side', members: [who] });
  ines = circle.host;
  noor = circle.members[0] as Member;
  second = await member(who, other.slug);
  link = await pathOf(noor.personId, noor.circleId);
});

const SECRET = 'the secret of the tests';
afterEach(() => db.updateTable('site').set({ secret: SECRET }).execute());

const pathOf = async (...of: Parameters<typeof unsubscribeUrl>) =>
  new URL(await unsubscribeUrl(...of)).pathname;
const plain = (body: string) => body.replaceAll('<!-- -->', '');
const post = (path: string, form: Asking['form']) => ask(path, { form });
const noticeOf = ({ cookies }: { cookies: string[] }) =>
  cookies.find((one) => one.includes('octavo_notice'))?.split(';')[0] ?? '';

/** Presses the undo that an answer's next page shows. */
async function undo(answer: Awaited<ReturnType<typeof ask>>) {
  const { body } = await ask(answer.location ?? '', { cookie: noticeOf(answer) });
  const action = /<form[^>]*action="([^"]*)"[^>]*><button[^>]*>Undo/.exec(body)?.[1] ?? '';
  return post(action.replaceAll('&amp;', '&'), {});
}

describe('the page behind a mail’s link', () => {
  test('shows its one setting to whoever holds it, and sets it with an undo', async () => {
    const page = await ask(link);
    expect(page.status).toBe(200);
    expect(page.body).toContain('How you hear of Tuesday leads');
    expect(page.body).not.toContain('The other side');
    expect(page.body).not.toContain(noor.viewer.email);
    const set = await post(link, { set: 'digest' });
    expect(set).toMatchObject({ status: 303, location: link });
    expect(set.cookies.some((cookie) => cookie.includes('sign_in'))).toBe(false);
    expect(await volumeOf(noor)).toBe('digest');
    expect(await volumeOf(second)).toBeUndefined();
    expect(plain((await ask(link)).body)).toMatch(/value="digest" aria-pressed="true"/);
    await undo(set);
    expect(await volumeOf(noor)).toBe('everything');
  });

  test('is only looked at, however often: nothing changes', async () => {
    for (const path of [link, `${link}?set=nothing`, `${link}?undo=1`, `${link}.data`]) {
      for (const method of ['GET', 'HEAD']) await ask(path, { method });
    }
    expect(await volumeOf(noor)).toBeUndefined();
  });

  test('of one thread mutes that, and nothing else', async () => {
    const { threadId } = await threadBy(ines, { title: 'Bets we lost' });
    const path = await pathOf(noor.personId, noor.circleId, threadId);
    expect((await ask(path)).body).toContain('Bets we lost');
    const muted = await post(path, { set: 'muted' });
    expect(await followingOf(noor, threadId)).toMatchObject({ muted: true });
    expect((await ask(path)).body).toContain('Unmute this thread');
    await undo(muted);
    expect(await followingOf(noor, threadId)).toBeUndefined();
    await post(path, { set: 'nothing' });
    expect(await volumeOf(noor)).toBeUndefined();
  });

  test('of all circles sets all of them, and brings each back to what it was', async () => {
    await post(link, { set: 'digest' });
    const path = await pathOf(noor.personId, 'all');
    const page = plain((await ask(path)).body);
    expect(page).toContain('each of your circles has its own way');
    expect(page).not.toContain('Tuesday leads');
    const set = await post(path, { set: 'nothing' });
    expect([await volumeOf(noor), await volumeOf(second)]).toEqual(['nothing', 'nothing']);
    expect(await betweenVolumeOf(noor)).toBe('nothing');
    await undo(set);
    expect([await volumeOf(noor), await volumeOf(second)]).toEqual(['digest', 'everything']);
    expect(await betweenVolumeOf(noor)).toBe('everything');
  });

  test('of asks and conversations sets those and no circle, also for who is in none', async () => {
    for (const who of [noor, await person('Sam')]) {
      const path = await pathOf(who.personId, 'between');
      const page = plain((await ask(path)).body);
      expect(page).toContain('How you hear of asks and conversations');
      expect(page).not.toContain('Tuesday leads');
      expect(page).not.toContain('value="concerns"');
      const set = await post(path, { set: 'digest' });
      expect(await betweenVolumeOf(who)).toBe('digest');
      expect(plain((await ask(path)).body)).toMatch(/value="digest" aria-pressed="true"/);
      await undo(set);
      expect(await betweenVolumeOf(who)).toBe('everything');
      await post(path, { set: 'muted' });
      expect(await betweenVolumeOf(who)).toBe('everything');
    }
    expect(await volumeOf(noor)).toBeUndefined();
  });

  test('takes no other person, circle, thread or purpose, nor what was tampered with', async () => {
    const { threadId } = await threadBy(ines);
    const token = link.split('/').at(-1) ?? '';
    const [code, of] = [token.slice(0, 27), token.slice(27).split('_')];
    const places = [ines.personId, second.circleId, threadId];
    const forged = [0, 1, 2].map(
      (place) => code + of.with(place, (places[place] ?? 0).toString(36)).join('_'),
    );
    const turned = (token[0] === 'a' ? 'b' : 'a') + token.slice(1);
    for (const one of [...forged, turned, `${token}0`, token.slice(1), 'no-such', code]) {
      const path = `/hear/${one}`;
      expect((await ask(path)).status, one).toBe(404);
      await post(path, { set: 'nothing' });
      await post(path, {});
      await post(`${path}?undo=1`, {});
    }
    for (const one of [noor, ines, second]) expect(await volumeOf(one)).toBeUndefined();
    expect(await followingOf(noor, threadId)).toBeUndefined();
  });

  test('ends with the site’s secret', async () => {
    await db.updateTable('site').set({ secret: 'another' }).execute();
    expect((await ask(link)).status).toBe(404);
    await post(link, { set: 'nothing' });
    expect(await volumeOf(noor)).toBeUndefined();
  });

  test.each([
    ['who left', () => leaveCircle(noor)],
    [
      'whose account is closed',
      () => db.insertInto('person_deactivation').values({ person_id: noor.personId }).execute(),
    ],
  ])('says to somebody %s that there is nothing to set, and not of what', async (_, end) => {
    await end();
    const page = await ask(link);
    expect(page.status).toBe(200);
    expect(plain(page.body)).toContain('There is nothing left to set');
    expect(page.body).not.toContain('Tuesday leads');
    expect((await post(link, { set: 'nothing' })).status).toBe(303);
    const rows = await db
      .selectFrom('circle_volume')
      .select('volume')
      .where('person_id', '=', noor.personId)
      .execute();
    expect(rows).toEqual([]);
  });
});

describe('a mail of a circle', () => {
  /** The newest mail to Noor, as its file has it: each header on one line. */
  const asKept = async () => {
    const { messages } = await outboxPage(null, 1000);
    const id = messages.find(({ to }) => to.includes(noor.viewer.email))?.id;
    const file = join(env.DATA_DIR, 'outbox', `${id}.eml`);
    return (await readFile(file, 'utf8')).replace(/\n[ \t]+/g, ' ');
  };

  test('has one link to its setting, which its mail program finds, too', async () => {
    await sessionIn(ines as Parameters<typeof sessionIn>[0]);
    const [mail] = await mailTo(noor.viewer.email);
    const own = mail?.links.filter((one) => one.includes('/hear/')) ?? [];
    expect(own.map((one) => new URL(one).pathname)).toEqual([link]);
    const head = await asKept();
    expect(head).toContain(`List-Unsubscribe: <${own[0]}>`);
    // By http no mail program may (RFC 8058).
    expect(head).not.toContain('List-Unsubscribe-Post');
  });

  test('to somebody who is not in it any more has none', async () => {
    const host = ines as Parameters<typeof removeMember>[0];
    await removeMember(host, noor.personId, 'Thank you.');
    const [mail] = await mailTo(noor.viewer.email);
    expect(mail?.subject).toContain('You are no longer in');
    expect(mail?.links.filter((one) => one.includes('/hear/'))).toEqual([]);
    expect(await asKept()).not.toContain('List-Unsubscribe');
  });

  test('about one’s own account has none', async () => {
    await postMessage(db, {
      message: 'account-notice',
      given: { email: noor.viewer.email, name: 'Noor', what: 'password' },
      occasion: 'a test',
      to: { address: noor.viewer.email, personId: noor.personId },
    });
    const [mail] = await mailTo(noor.viewer.email);
    expect(await asKept()).not.toContain('List-Unsubscribe');
    expect(mail?.links.filter((one) => one.includes('/hear/'))).toEqual([]);
  });
});

describe('one click in a mail program', () => {
  const URLENCODED = ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'] as const;
  const MULTIPART = [
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
  ] as const;

  const click = (
    path: string,
    [type, body]: readonly [string, string] = URLENCODED,
    more: Record<string, string> = {},
  ) =>
    fetch(site.origin + path, {
      method: 'POST',
      headers: { 'Content-Type': type, ...more },
      body,
      redirect: 'manual',
    });

  test.each([
    ['urlencoded', URLENCODED, {}],
    ['as multipart', MULTIPART, {}],
    ['from another site', URLENCODED, { Origin: 'https://mail.example.com' }],
    ['from nowhere', URLENCODED, { Origin: 'null' }],
    ['by a web mail’s page', MULTIPART, { 'Sec-Fetch-Site': 'cross-site' }],
  ])('is taken %s, twice is once, without a cookie', async (_, body, headers) => {
    const at = new Date();
    await itemOf(noor, 'agreement', { at });
    for (let time = 0; time < 2; time++) {
      const answer = await click(link, body, headers);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(await answer.text()).toBe('You will hear no more of this by mail.');
    }
    expect(await volumeOf(noor)).toBe('nothing');
    expect(await volumeOf(second)).toBeUndefined();
    expect(await waitingFor(noor)).toEqual({ agreement: 'never' });
  });

  test('is shown by the page afterwards, with the other choices', async () => {
    await click(link);
    expect(plain((await ask(link)).body)).toMatch(/value="nothing" aria-pressed="true"/);
    await post(link, { set: 'concerns' });
    expect(await volumeOf(noor)).toBe('concerns');
  });

  test('mutes the one thread that a mail was about, and of a bundle is what is between people, or all', async () => {
    const { threadId } = await threadBy(ines);
    await click(await pathOf(noor.personId, noor.circleId, threadId));
    expect(await followingOf(noor, threadId)).toMatchObject({ muted: true });
    expect(await volumeOf(noor)).toBeUndefined();
    await click(await pathOf(noor.personId, 'between'));
    expect(await betweenVolumeOf(noor)).toBe('nothing');
    expect(await volumeOf(noor)).toBeUndefined();
    await click(await pathOf(noor.personId, 'all'));
    expect([await volumeOf(noor), await volumeOf(second)]).toEqual(['nothing', 'nothing']);
  });

  test('is answered the same to whoever left, whose account is closed, or whose thread is gone', async () => {
    const gone = await pathOf(noor.personId, noor.circleId, 999_999);
    const words = await (await click(link)).text();
    await leaveCircle(noor);
    const answers = [await click(link), await click(gone)];
    await db.insertInto('person_deactivation').values({ person_id: noor.personId }).execute();
    answers.push(
      await click(link),
      await click(await pathOf(noor.personId, 'all')),
      await click(await pathOf(noor.personId, 'between')),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe(words);
    }
    expect(await volumeOf(noor)).toBeUndefined();
    expect(await volumeOf(second)).toBeUndefined();
    expect(await betweenVolumeOf(noor)).toBeUndefined();
  });

  test.each([
    ['nothing', ['application/x-www-form-urlencoded', '']],
    ['a choice of the page', ['application/x-www-form-urlencoded', 'set=digest']],
    ['another value', ['application/x-www-form-urlencoded', 'List-Unsubscribe=No']],
    ['what is no form', ['application/json', '{"List-Unsubscribe":"One-Click"}']],
    ['a broken form', [MULTIPART[0], '--b\r\nContent-Disposition: form-data; name=']],
  ] as const)('is nothing else: from another site %s is not taken', async (_, body) => {
    const answer = await click(link, body, { Origin: 'https://evil.example' });
    expect(answer.status).toBe(400);
    expect(await volumeOf(noor)).toBeUndefined();
  });

  test('opens no other address to other sites, and takes no token but ours', async () => {
    const of = (path: string) => click(path, URLENCODED, { Origin: 'https://evil.example' });
    const paths = [
      `${link}.data`,
      `${link}/`,
      `${link}/more`,
      '/account/hearing',
      `/circles/${noor.circle.slug}/volume`,
      '/sign-in',
    ];
    for (const path of paths) expect((await of(path)).status, path).toBe(403);
    expect((await of(`${link}0`)).status).toBe(404);
    expect((await of('/hear/no-such-token')).status).toBe(404);
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await fetch(site.origin + link, {
        method,
        headers: { Origin: 'https://evil.example' },
      });
      expect([403, 405], method).toContain(answer.status);
    }
    expect(await volumeOf(noor)).toBeUndefined();
  });

  test('at the same moment as another is one of the two, and answered', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => click(link)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await volumeOf(noor)).toBe('nothing');
  });
});
