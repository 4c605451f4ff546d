import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { sendDue } from '#app/notifications/bundles/commands/send-due.server.ts';
import { untellPeople } from '#app/notifications/commands/untell-people.server.ts';
import {
  setBetweenVolume,
  undoBetweenVolume,
} from '#app/notifications/hearing/commands/set-between-volume.server.ts';
import { setHours } from '#app/notifications/hearing/commands/set-hours.server.ts';
import { setVolume } from '#app/notifications/hearing/commands/set-volume.server.ts';
import { hearLinkPage } from '#app/notifications/hearing/queries/hear-link.server.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { type CastCircle, circleOf, member, person, viewer } from '#tests/support/cast.ts';
import { mailTo, messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { betweenOf, greet, letPeopleGreet } from './between.tsx';

letPeopleGreet();

let noor: Viewer;
let rui: Viewer;
let circle: CastCircle;
beforeEach(async () => {
  [noor, rui] = [await person('Noor'), await person('Rui')];
  circle = await circleOf({ members: [noor] });
});

const HOUR = 3_600_000;
const inAnHour = () => ({ now: new Date(Date.now() + HOUR + 1_000) });
const topic = () => `greeting:${rui.personId}`;

/** Has what is due written, lets something happen, and then has it sent. */
async function mailAfter(happens: () => Promise<unknown> = async () => {}) {
  await sendDue(inAnHour());
  await happens();
  return mailTo(noor.email);
}

/** What the link of a mail is about. */
async function setBy(links: readonly string[] = []) {
  const own = links.filter((link) => link.includes('/hear/'));
  return Promise.all(
    own.map(async (link) => (await hearLinkPage(link.split('/').at(-1) ?? ''))?.about),
  );
}

describe('a mail of what somebody has not seen', () => {
  test('tells of what is between people, by itself and with its one setting', async () => {
    await greet(rui, [noor], { words: 'Good morning.' });
    const [mail, ...more] = await mailAfter();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Rui greets you');
    expect(mail?.text).toMatch(/ASKS AND CONVERSATIONS.*Said.*Good morning\./s);
    expect(mail?.text).toContain('because it is about an ask or a conversation of yours');
    expect(mail?.links[0]).toMatch(new RegExp(`/account\\?of=${rui.personId}$`));
    expect(await setBy(mail?.links)).toEqual(['between']);
    expect(await betweenOf(noor)).toEqual({ [topic()]: 'mailed' });
  });

  test('tells of it after what is for somebody in circles, and before the circles', async () => {
    const { host } = circle;
    const mine = await threadBy(await member(noor, circle.slug), { title: 'Delegating' });
    await noteBy(host, mine.threadId, { body: 'I keep the dull work.' });
    await threadBy(host, { title: 'Hiring' });
    await greet(rui, [noor]);
    await greet(host, [noor]);
    const [mail] = await mailAfter();
    expect(mail?.subject).toBe('Ines answered you, and 3 more');
    const order = ['FOR YOU', 'Delegating', 'ASKS AND CONVERSATIONS', 'TUESDAY LEADS', 'Hiring'];
    expect(mail?.text).toMatch(
      new RegExp(['Four things you haven’t seen', ...order].join('.*'), 's'),
    );
    expect(mail?.text).toContain(
      'because you are in Tuesday leads, and because some of it is about an ask or a conversation of yours',
    );
    expect(await setBy(mail?.links)).toEqual(['all']);
  });

  test('says nothing of what was read, taken back, or may not be seen any more', async () => {
    const close = async () =>
      db.insertInto('person_deactivation').values({ person_id: rui.personId }).execute();
    const read = async () => markRead({ viewer: await viewer(noor), peek: false }, null, [topic()]);
    const untell = () =>
      untellPeople(db, [noor.personId], { occasion: 'greeting', thing: rui.personId });
    for (const happens of [read, untell, () => setBetweenVolume(noor, 'nothing'), close]) {
      await setBetweenVolume(noor, 'everything');
      await greet(rui, [noor]);
      expect(await mailAfter(happens), happens.name).toEqual([]);
    }
  });

  test('goes to nobody whose account is closed', async () => {
    await greet(rui, [noor]);
    await db.insertInto('person_deactivation').values({ person_id: noor.personId }).execute();
    await sendDue(inAnHour());
    expect(await betweenOf(noor)).toEqual({ [topic()]: 'never' });
  });

  test('is one, also of sweeps at the same moment', async () => {
    await greet(rui, [noor]);
    await greet(circle.host, [noor]);
    await Promise.all([1, 2, 3, 4].map(() => sendDue(inAnHour())));
    const [mail, ...more] = await mailTo(noor.email);
    expect(more).toEqual([]);
    expect(mail?.text).toMatch(/Two things you haven’t seen/);
  });
});

describe('how much one wants of it', () => {
  test('is asked of itself, not of any circle', async () => {
    await setVolume(await member(noor, circle.slug), 'nothing');
    await greet(rui, [noor]);
    expect(await mailAfter()).toHaveLength(1);
    await setBetweenVolume(noor, 'nothing');
    await greet(rui, [noor]);
    expect(await betweenOf(noor)).toEqual({ [topic()]: 'never' });
    expect((await viewer(noor)).inbox.unread).toBe(1);
  });

  test('a digest waits for its day, and takes all of it along', async () => {
    await setHours(noor, { days: [5], hour: 8, quiet: null, version: 0 });
    await setBetweenVolume(noor, 'digest');
    const wednesday = new Date('2098-12-03T09:00:00Z');
    const friday = '2098-12-05T08:00:00.000Z';
    await greet(rui, [noor], { at: wednesday });
    await sendDue({ now: new Date(wednesday.getTime() + HOUR) });
    expect(Object.keys(await betweenOf(noor))).toEqual([topic()]);
    const [waits] = Object.values(await betweenOf(noor));
    expect(new Date(waits ?? 0).getTime()).toBeLessThanOrEqual(Date.parse(friday));
    expect(await mailTo(noor.email)).toEqual([]);
    await sendDue({ now: new Date(friday) });
    const [mail] = await mailTo(noor.email);
    expect(mail?.subject).toBe('Digest: Rui greets you');
  });

  test('takes the mail of what waits, and undone gives it back', async () => {
    const at = new Date();
    const later = new Date(at.getTime() + HOUR).toISOString();
    await greet(rui, [noor], { at });
    const set = await setBetweenVolume(noor, 'nothing');
    expect(await betweenOf(noor)).toEqual({ [topic()]: 'never' });
    await undoBetweenVolume(noor, set ?? new Date(0));
    expect(await betweenOf(noor)).toEqual({ [topic()]: later });
  });

  test('other hours give what waits back to its window', async () => {
    await greet(rui, [noor]);
    await setBetweenVolume(noor, 'digest');
    await sendDue(inAnHour());
    const [digest] = Object.values(await betweenOf(noor));
    const now = new Date(Date.now() + 2 * HOUR);
    await setHours(noor, { days: [1], hour: 8, quiet: null, version: 0 }, { now });
    const [after] = Object.values(await betweenOf(noor));
    expect(after).toBe(now.toISOString());
    expect(after).not.toBe(digest);
  });

  test('of two presses at once the last is what is set', async () => {
    await Promise.all([setBetweenVolume(noor, 'digest'), setBetweenVolume(noor, 'digest')]);
    const rows = await db
      .selectFrom('between_volume')
      .select(['volume', 'was'])
      .where('person_id', '=', noor.personId)
      .execute();
    expect(rows).toEqual([{ volume: 'digest', was: 'everything' }]);
  });
});

describe('its own mail', () => {
  test('comes at once, leads to its one setting, and is sent once an occasion', async () => {
    await greet(rui, [noor, rui], { mail: 'greeting:1' });
    await greet(rui, [noor], { mail: 'greeting:1' });
    const mails = await mailTo(noor.email);
    expect(mails.map(({ subject }) => subject)).toEqual(['Greeted: Good morning.']);
    expect(await setBy(mails[0]?.links)).toEqual(['between']);
    expect(await betweenOf(noor)).toEqual({ [topic()]: 'never' });
    const posted = await messagesOf('greeting');
    expect(posted.filter(({ personId }) => personId === rui.personId)).toEqual([]);
  });

  test.each([
    ['nothing', undefined, 'never', 0],
    ['digest', undefined, 'waits', 0],
    ['digest', new Date(Date.now() + 24 * HOUR), 'never', 1],
  ] as const)('of who wants %s, over %s, is left to that', async (volume, until, line, mails) => {
    await setBetweenVolume(noor, volume);
    await greet(rui, [noor], { mail: `greeting:${volume}:${mails}`, ...(until && { until }) });
    expect(await mailTo(noor.email)).toHaveLength(mails);
    const [waits] = Object.values(await betweenOf(noor));
    expect(waits === 'never' ? 'never' : 'waits').toBe(line);
  });
});
