import { beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { saveProfile } from '#app/accounts/commands/save-profile.server.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { followThread } from '#app/notifications/hearing/commands/follow-thread.server.ts';
import { setHours } from '#app/notifications/hearing/commands/set-hours.server.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { type Asking, ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { tripsOf } from '#tests/support/trips.ts';
import {
  betweenVolumeOf,
  emptyInboxes,
  followingOf,
  itemOf,
  volumeOf,
  waitingFor,
} from './hearing.ts';

let noor: Member;
let ines: Member;
let slug: string;
let cookie: string;

beforeEach(async () => {
  const circle = await circleOf({ name: 'Tuesday leads', members: [await person('Noor')] });
  ({ slug } = circle);
  ines = circle.host;
  noor = circle.members[0] as Member;
  cookie = await signInCookie(noor.viewer);
});

const PAGE = '/account/hearing';
const post = (path: string, form: Asking['form']) => ask(path, { cookie, form });
const plain = (body: string) => body.replaceAll('<!-- -->', '');
const look = async (path = PAGE, more = '') =>
  plain((await ask(path, { cookie: `${cookie}; ${more}` })).body);

/** The notice that an answer leaves for the next page, as its browser sends it. */
const noticeOf = ({ cookies }: { cookies: string[] }) =>
  cookies.find((one) => one.includes('octavo_notice'))?.split(';')[0] ?? '';

/** Presses the undo that an answer's next page shows, and says what that page said. */
async function undo(answer: Awaited<ReturnType<typeof ask>>) {
  const page = (answer.location ?? '').split('#')[0] ?? '';
  const body = await look(page, noticeOf(answer));
  const action = /<form[^>]*action="([^"]*)"[^>]*><button[^>]*>Undo/.exec(body)?.[1] ?? '';
  return { body, undone: await post(action.replaceAll('&amp;', '&'), {}) };
}

const pressed = (body: string) =>
  [...body.matchAll(/value="(\w+)"[^>]*aria-pressed="true"/g)].map(([, value]) => value);

describe('how you hear', () => {
  test('shows every circle with what is set, also forty of them, and none of anybody else', async () => {
    const others = await Promise.all(
      Array.from({ length: 39 }, (_, at) =>
        circleOf({ name: `Circle ${at}`, members: [noor.viewer] }),
      ),
    );
    await circleOf({ name: 'Somebody else’s' });
    await post(`/circles/${others[7]?.slug}/volume`, { volume: 'digest' });
    const body = await look();
    for (let at = 0; at < 39; at++) expect(body).toContain(`Circle ${at}</a>`);
    expect(pressed(body).filter((one) => one === 'everything')).toHaveLength(40);
    expect(pressed(body).filter((one) => one === 'digest')).toHaveLength(1);
    expect(body).not.toContain('Somebody else’s');
  });

  test('takes six statements and two waves, however many circles and threads', async () => {
    const path = PAGE;
    const trips = await tripsOf(
      () => look(path),
      () => look(path),
    );
    expect(trips).toEqual([{ statements: 6, waves: 2 }]);
  });

  test('sets a circle with one press, says so, and takes it back', async () => {
    const answer = await post(`/circles/${slug}/volume`, { volume: 'nothing' });
    expect(answer).toMatchObject({ status: 303, location: `${PAGE}#${slug}` });
    expect(await volumeOf(noor)).toBe('nothing');
    const { body, undone } = await undo(answer);
    expect(body).toContain('From now on no mail comes of it.');
    expect(pressed(body)).toEqual(['nothing', 'everything']);
    expect(undone).toMatchObject({ status: 303, location: `${PAGE}#${slug}` });
    expect(await volumeOf(noor)).toBe('everything');
  });

  test('sets asks and conversations with one press, says so, and takes it back', async () => {
    const answer = await post(`${PAGE}/between`, { volume: 'digest' });
    expect(answer).toMatchObject({ status: 303, location: `${PAGE}#between` });
    expect([await betweenVolumeOf(noor), await volumeOf(noor)]).toEqual(['digest', undefined]);
    const { body, undone } = await undo(answer);
    expect(body).toContain('From now on all of it comes in your digest.');
    expect(pressed(body)).toEqual(['everything', 'digest']);
    expect(undone).toMatchObject({ status: 303, location: `${PAGE}#between` });
    expect(await betweenVolumeOf(noor)).toBe('everything');
    for (const volume of ['concerns', 'loud', '']) await post(`${PAGE}/between`, { volume });
    expect(await betweenVolumeOf(noor)).toBe('everything');
  });

  test('has asks and conversations also for who is in no circle', async () => {
    const alone = await signInCookie(await person('Sam'));
    const { body } = await ask(PAGE, { cookie: alone });
    expect(body).toContain('You’re in no circle yet.');
    expect(pressed(body)).toEqual(['everything']);
  });

  test('takes nothing that is no choice, nor for a circle of others, but in an archived one', async () => {
    await post(`/circles/${slug}/volume`, { volume: 'loud' });
    expect(await volumeOf(noor)).toBeUndefined();
    const other = await circleOf({ visibility: 'listed' });
    const refused = await post(`/circles/${other.slug}/volume`, { volume: 'nothing' });
    expect(refused.status).toBe(404);
    await archiveCircle(ines as Parameters<typeof archiveCircle>[0]);
    await post(`/circles/${slug}/volume`, { volume: 'digest' });
    expect(await volumeOf(noor)).toBe('digest');
  });

  test('saves hours, says so, and takes them back', async () => {
    const form = new URLSearchParams({ hour: '18', quietFrom: '21:00', quietTo: '07:30' });
    form.append('days', '2');
    form.append('days', '4');
    form.append('version', '0');
    const answer = await post(PAGE, form);
    expect(answer).toMatchObject({ status: 303, location: `${PAGE}#hours` });
    const { body, undone } = await undo(answer);
    expect(body).toContain('Your hours are saved.');
    expect(body).toContain('Lisbon');
    expect(body).toMatch(/value="21:00"/);
    expect(undone.status).toBe(303);
    expect(await look()).not.toMatch(/value="21:00"/);
    const row = await db
      .selectFrom('mail_hours')
      .selectAll()
      .where('person_id', '=', noor.personId)
      .executeTakeFirst();
    expect(row).toMatchObject({ digest_days: [5], digest_hour: 8, quiet_from: null, version: 2 });
    // What was saved since stays.
    const again = await post(`${PAGE}/undoing?hours=1-9---1`, {});
    expect(await look(PAGE, noticeOf(again))).toContain('changed again since');
  });

  test.each([
    ['no day', { days: '', hour: '8' }, 'Choose one day at least.'],
    ['a day that is none', { days: '8', hour: '8' }, ''],
    ['an hour that is none', { days: '1', hour: '24' }, ''],
    ['only a beginning', { days: '1', hour: '8', quietFrom: '21:00' }, 'Say until when, too.'],
    ['only an end', { days: '1', hour: '8', quietTo: '07:00' }, 'Say from when, too.'],
    [
      'a time that is none',
      { days: '1', hour: '8', quietFrom: '25:00', quietTo: '07:00' },
      'Choose a time',
    ],
    [
      'the same time twice',
      { days: '1', hour: '8', quietFrom: '07:00', quietTo: '07:00' },
      'That is the same time twice.',
    ],
  ])('refuses %s, and keeps what was typed', async (_, given, words) => {
    const form = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
    const answer = await post(PAGE, { version: '0', ...form });
    expect(answer.status).toBe(422);
    expect(plain(answer.body)).toContain(words);
    if (form.quietFrom) expect(answer.body).toContain(`value="${form.quietFrom}"`);
    expect(await db.selectFrom('mail_hours').selectAll().execute()).toEqual(
      await db
        .selectFrom('mail_hours')
        .selectAll()
        .where('person_id', '<>', noor.personId)
        .execute(),
    );
  });

  test('refuses hours that were filled before others were saved, and shows both', async () => {
    const hours = { days: [2, 4], hour: 18, quiet: { from: 1320, to: 360 }, version: 0 };
    await setHours(noor.viewer, hours);
    const form = { days: '1', hour: '7', quietFrom: '', quietTo: '', version: '0' };
    const answer = await post(PAGE, form);
    expect(answer.status).toBe(422);
    const body = plain(answer.body);
    expect(body).toContain('saved elsewhere while you were here');
    expect(body).toContain('Tuesdays and Thursdays at 18:00');
    expect(body).toContain('22:00 to 6:00');
    const version = /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';
    expect((await post(PAGE, { ...form, version })).status).toBe(303);
  });

  test('keeps what waits to the hours on the clocks of a new time zone', async () => {
    const at = new Date(Date.now() - 7_200_000);
    const later = new Date(Date.now() + 86_400_000);
    await itemOf(noor, 'agreement', { at, mailAt: later });
    const form = { name: 'Noor', whatIDo: '', company: '', askMeAbout: '' };
    await saveProfile(noor.viewer, { ...form, timeZone: noor.viewer.timeZone, version: 1 });
    expect(await waitingFor(noor)).toEqual({ agreement: later.toISOString() });
    expect(await saveProfile(noor.viewer, { ...form, timeZone: 'Asia/Kolkata', version: 2 })).toBe(
      true,
    );
    const { agreement = '' } = await waitingFor(noor);
    expect(new Date(agreement).getTime()).toBeLessThan(Date.now() + 1_000);
  });
});

describe('the threads one chose', () => {
  test('are those muted or followed by hand, a page at a time, each of its circle', async () => {
    const quiet = await threadBy(ines, { title: 'Too much about estimates' });
    const dear = await threadBy(ines, { title: 'Bets we lost' });
    const written = await threadBy(ines, { title: 'Where I wrote' });
    await noteBy(noor, written.threadId);
    await followThread(noor, dear.threadId, 'follows');
    await followThread(noor, quiet.threadId, 'muted');
    const body = await look();
    expect(body).toContain('Too much about estimates');
    expect(body).toMatch(/Muted in <bdi>Tuesday leads<\/bdi>/);
    expect(body).toMatch(/Following in <bdi>Tuesday leads<\/bdi>/);
    expect(body).not.toContain('Where I wrote');
    const other = await ask(PAGE, { cookie: await signInCookie(ines.viewer) });
    expect(other.body).not.toContain('Bets we lost');
  });

  test('come twenty at a time, none twice and none left out', async () => {
    const titles: string[] = [];
    const at = new Date('2026-11-01T09:00:00Z');
    for (let made = 0; made < 45; made++) {
      const author = made % 2 === 0 ? ines : noor;
      const { threadId } = await threadBy(author, { title: `Thread no. ${made}.` });
      titles.push(`Thread no. ${made}.`);
      // Several at the same moment.
      const now = new Date(at.getTime() + Math.floor(made / 7) * 1_000);
      await followThread(noor, threadId, 'muted', { now });
    }
    const seen: string[] = [];
    for (let path: string | undefined = PAGE; path; ) {
      const body = await look(path);
      seen.push(
        ...[...body.matchAll(/>(Thread no\. \d+\.)<\/a>/g)].map(([, title]) => title ?? ''),
      );
      path = /href="([^"]*before=[^"#]*)[^"]*" [^>]*rel="next"/.exec(body)?.[1];
      path ??= /rel="next"[^>]*href="([^"]*before=[^"#]*)/.exec(body)?.[1];
    }
    expect(seen.sort()).toEqual(titles.sort());
  });

  test('are muted on their own page with one press, and unmuted on either', async () => {
    const { threadId } = await threadBy(ines);
    const path = `/circles/${slug}/threads/${threadId}`;
    expect(await look(path)).toMatch(/aria-pressed="false">Mute</);
    const muted = await post(`${path}/following`, { to: 'muted' });
    expect(muted).toMatchObject({ status: 303, location: path });
    expect(await followingOf(noor, threadId)).toMatchObject({ muted: true });
    const { body, undone } = await undo(muted);
    expect(body).toContain('Muted. You hear no more of this thread');
    expect(body).toMatch(/value="neither"[^>]*aria-pressed="true">Muted</);
    expect(undone).toMatchObject({ status: 303, location: path });
    expect(await followingOf(noor, threadId)).toBeUndefined();

    await post(`${path}/following`, { to: 'muted' });
    const back = await post(`${path}/following`, { to: 'neither', back: 'hearing' });
    expect(back.location).toBe(`${PAGE}#threads`);
    await undo(back);
    expect(await followingOf(noor, threadId)).toMatchObject({ muted: true });
  });

  test('say in the list of threads that they are muted', async () => {
    const { threadId } = await threadBy(ines);
    await emptyInboxes(ines);
    const list = `/circles/${slug}/threads`;
    expect(await look(list)).not.toContain('· muted');
    await followThread(noor, threadId, 'muted');
    expect(await look(list)).toContain('· muted');
    expect(
      plain((await ask(list, { cookie: await signInCookie(ines.viewer) })).body),
    ).not.toContain('· muted');
  });

  test('of others are nobody’s to set', async () => {
    const { threadId } = await threadBy(ines);
    const mallory = await signInCookie(await person('Mallory'));
    const path = `/circles/${slug}/threads/${threadId}/following`;
    expect((await ask(path, { cookie: mallory, form: { to: 'muted' } })).status).toBe(404);
    await post(path, {});
    await post(path, { to: 'louder' });
    expect(await followingOf(noor, threadId)).toBeUndefined();
    expect((await post(`/circles/${slug}/threads/999999/following`, { to: 'muted' })).status).toBe(
      404,
    );
  });
});
