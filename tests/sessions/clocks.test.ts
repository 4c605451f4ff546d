import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';
import { attachments } from '#app/sessions/mail/clocks-changed.tsx';
import { clocksChangedToMail } from '#app/sessions/queries/mail.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { keepSessionClocks } from '#app/sessions/schedule/commands/keep-session-clocks.server.ts';
import { restoreSession } from '#app/sessions/schedule/commands/restore-session.server.ts';
import { HOUR } from '#app/time/spans.ts';
import { momentOfClock, type ReadClock } from '#app/time/wall-clock.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { mailTo, messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { now, sequenceOf, sessionForm, sessionIn, waitingJobs } from './support.ts';

const ZONE = 'America/Vancouver';

/** Rules by which clocks of a zone are an hour further ahead from a day on: what was set comes earlier. */
const ahead =
  (zone: string, from: string): ReadClock =>
  (clock) => {
    const moment = momentOfClock(clock);
    const moved = clock.time_zone === zone && clock.on_date !== null && clock.on_date >= from;
    return moment && moved ? new Date(moment.getTime() - HOUR) : moment;
  };
const newRules = ahead(ZONE, '2098-11-02');

/** Noor in Lisbon and Sam in Vancouver, in a circle that sets its sessions by Vancouver’s clocks. */
async function inVancouver() {
  const [noor, sam] = [await person('Noor'), await person('Sam', { timeZone: ZONE })];
  const circle = await circleOf({ members: [noor, sam], timeZone: ZONE });
  const [asNoor] = circle.members;
  if (!asNoor) throw new Error('a member');
  return { circle, host: circle.host, noor, sam, asNoor };
}

const rowOf = (id: number) =>
  db
    .selectFrom('session')
    .select(['starts_at', 'on_date', 'at_time', 'version', 'moved_at', 'calendar_sequence'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const linesOf = async (who: { personId: number }) =>
  (await itemsOf(await viewer(who.personId), 'true', []))
    .filter(({ kind }) => kind === 'clocks-changed')
    .map(({ title, text, to }) => ({ title, text, to }));

const told = async (circleId: number) =>
  (await messagesOf('clocks-changed')).filter(({ given }) => given.circleId === circleId);

const runAt = async (id: number) =>
  (await waitingJobs(id))
    .filter(({ name }) => name === 'remind-of-session')
    .map((job) => job.runAt?.getTime());

describe('when clocks have new rules', () => {
  test('what was set by them keeps its time on the wall: its moment moves, and with it all else', async () => {
    const { circle, host, noor, sam, asNoor } = await inVancouver();
    const before = await sessionIn(host, { date: '2098-10-28' });
    const first = await sessionIn(host, { date: '2098-12-02' });
    const second = await sessionIn(host, { date: '2098-12-09', title: '' });
    const elsewhere = await sessionIn(host, { date: '2098-12-02', zone: 'Europe/Madrid' });
    await replyToSession(asNoor, first, { answer: 'yes' }, { now });
    await mailTo(noor.email);
    const [reminder = 0] = await runAt(first);
    const mailsBefore = [await mailTo(noor.email), await mailTo(sam.email)].map((of) => of.length);

    expect(await keepSessionClocks({ now, read: newRules })).toEqual({ moved: 2, left: 0 });
    expect(await rowOf(first)).toEqual({
      ...{ starts_at: new Date('2098-12-03T01:30:00Z'), on_date: '2098-12-02', at_time: '18:30' },
      ...{ version: 2, moved_at: null, calendar_sequence: 1 },
    });
    expect((await rowOf(second)).starts_at).toEqual(new Date('2098-12-10T01:30:00Z'));
    for (const same of [before, elsewhere]) {
      expect(await rowOf(same)).toMatchObject({ version: 1, calendar_sequence: 0 });
    }
    expect(await runAt(first)).toEqual([reminder - HOUR]);
    // They said yes to Wednesday half past six.
    expect((await sessionOf(asNoor, first, { now }))?.mine.answer).toBe('yes');

    const theirs = (await mailTo(noor.email)).slice(0, -(mailsBefore[0] ?? 0));
    const [mail] = theirs;
    expect(theirs.map(({ subject }) => subject)).toEqual([
      'Tuesday leads: Clocks in Vancouver have new rules',
    ]);
    expect(mail?.text).toContain('Two sessions that were set by them keep their time there.');
    expect(mail?.text).toMatch(
      /Wednesday 3 December 2098, 01:30 \(Lisbon\): .* in Vancouver · Why/,
    );
    expect(mail?.text).toContain('What you answered still holds.');
    const [file] = mail?.attachments ?? [];
    expect(file?.name).toBe('sessions.ics');
    const [home] = (await mailTo(sam.email)).slice(0, -(mailsBefore[1] ?? 0));
    expect(home?.text).toContain('keep their time there, which is yours.');

    expect(await linesOf(noor)).toEqual([
      {
        title: 'Clocks in Vancouver have new rules',
        text: 'Two sessions set by them keep their time there. For you we next meet on Wednesday 3 December 2098, 01:30.',
        to: `/circles/${circle.slug}/sessions`,
      },
    ]);
    // Once is enough, and the rules that held before bring all of it back.
    expect(await keepSessionClocks({ now, read: newRules })).toEqual({ moved: 0, left: 0 });
    expect(await sequenceOf(first)).toBe(1);
    expect(await told(circle.id)).toHaveLength(3);
    expect(await keepSessionClocks({ now })).toEqual({ moved: 2, left: 0 });
    expect((await rowOf(first)).starts_at).toEqual(new Date('2098-12-03T02:30:00Z'));
    expect(await runAt(first)).toEqual([reminder]);
  });

  test('the file of the mail is one change for every session of it', async () => {
    const { host, noor } = await inVancouver();
    const ids = [
      await sessionIn(host, { date: '2098-12-02' }),
      await sessionIn(host, { date: '2098-12-09' }),
    ];
    await keepSessionClocks({ now, read: newRules });
    const says = await clocksChangedToMail(
      { circleId: host.circleId, sessionIds: ids },
      noor.personId,
    );
    const [file] = says ? attachments(says) : [];
    const events = new ICAL.Component(ICAL.parse(file?.content ?? '')).getAllSubcomponents(
      'vevent',
    );
    expect(events.map((event) => event.getFirstPropertyValue('sequence'))).toEqual([1, 1]);
    expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual([
      '2098-12-03T01:30:00Z',
      '2098-12-10T01:30:00Z',
    ]);
  });

  test('of two that look at once, one moves it and tells', async () => {
    const { circle, host } = await inVancouver();
    const id = await sessionIn(host, { date: '2098-12-02' });
    const both = await Promise.all([
      keepSessionClocks({ now, read: newRules }),
      keepSessionClocks({ now, read: newRules }),
    ]);
    expect(both.map(({ moved }) => moved).sort()).toEqual([0, 1]);
    expect(await sequenceOf(id)).toBe(1);
    expect(await told(circle.id)).toHaveLength(3);
  });

  test('who moves it at that moment is not overwritten, whoever comes first', async () => {
    const { host } = await inVancouver();
    for (let round = 0; round < 4; round++) {
      const id = await sessionIn(host, { date: '2098-12-02' });
      const form = sessionForm({ date: '2098-12-03', time: '20:00', zone: ZONE });
      const [changed] = await Promise.all([
        changeSession(host, id, { ...form, version: 1 }, { now }),
        keepSessionClocks({ now, read: newRules }),
      ]);
      const row = await rowOf(id);
      if (changed.ok) {
        expect(row).toMatchObject({ on_date: '2098-12-03', at_time: '20:00' });
      } else {
        expect(changed).toEqual({ ok: false, reason: 'changed-meanwhile' });
        expect(row).toMatchObject({ on_date: '2098-12-02', at_time: '18:30' });
      }
      // By the rules that hold, whichever of the two was first.
      await keepSessionClocks({ now, read: newRules });
      const hour = row.on_date === '2098-12-03' ? '04T03:00' : '03T01:30';
      expect((await rowOf(id)).starts_at).toEqual(new Date(`2098-12-${hour}:00Z`));
    }
  });

  test('one that is called off moves without a word, and comes back at the right moment', async () => {
    const { circle, host } = await inVancouver();
    const id = await sessionIn(host, { date: '2098-12-02' });
    await cancelSession(host, id, { reason: 'Ill.' }, { now });
    await keepSessionClocks({ now, read: newRules });
    expect(await runAt(id)).toEqual([]);
    expect(await told(circle.id)).toEqual([]);
    await restoreSession(host, id, { now });
    expect((await rowOf(id)).starts_at).toEqual(new Date('2098-12-03T01:30:00Z'));
  });

  test('what is over stays; what is over by one of the two rules alone does not', async () => {
    const { host } = await inVancouver();
    const id = await sessionIn(host, { date: '2098-12-02' });
    const at = (iso: string) => ({ now: new Date(iso), read: newRules });
    expect(await keepSessionClocks(at('2098-12-03T02:30:00Z'))).toMatchObject({ moved: 0 });
    expect(await keepSessionClocks(at('2098-12-03T02:00:00Z'))).toMatchObject({ moved: 1 });
    expect((await rowOf(id)).starts_at).toEqual(new Date('2098-12-03T01:30:00Z'));
  });

  test('one that was set by clocks nobody here knows is left, and counted', async () => {
    const { host } = await inVancouver();
    const id = await sessionIn(host, { date: '2098-12-02' });
    await db
      .updateTable('session')
      .set({ time_zone: 'Mars/Olympus' })
      .where('id', '=', id)
      .where('circle_id', '=', host.circleId)
      .execute();
    expect((await keepSessionClocks({ now })).left).toBe(1);
    expect(await rowOf(id)).toMatchObject({
      starts_at: new Date('2098-12-03T02:30:00Z'),
      version: 1,
    });
  });
});
