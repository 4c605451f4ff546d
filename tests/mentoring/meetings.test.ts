import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Partner, Viewer } from '#app/access/proofs.ts';
import { blockPerson } from '#app/mentoring/conversations/commands/block-person.server.ts';
import { endConversation } from '#app/mentoring/conversations/commands/end-conversation.server.ts';
import { callOffMeeting } from '#app/mentoring/meetings/commands/call-off-meeting.server.ts';
import { changeMeeting } from '#app/mentoring/meetings/commands/change-meeting.server.ts';
import { keepMeetingClocks } from '#app/mentoring/meetings/commands/keep-meeting-clocks.server.ts';
import { remindOfMeeting } from '#app/mentoring/meetings/commands/remind-of-meeting.server.ts';
import { restoreMeeting } from '#app/mentoring/meetings/commands/restore-meeting.server.ts';
import { setMeeting } from '#app/mentoring/meetings/commands/set-meeting.server.ts';
import { calendarMeeting } from '#app/mentoring/meetings/queries/meetings.server.ts';
import { setBetweenVolume } from '#app/notifications/hearing/commands/set-between-volume.server.ts';
import { HOUR } from '#app/time/spans.ts';
import { momentOfClock, type ReadClock } from '#app/time/wall-clock.ts';
import { mailTo, waitingAbout } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { as, toldTo, twoTalking } from './talk.ts';

const now = new Date('2098-11-20T09:00:00Z');

let noor: Viewer;
let rui: Viewer;
let asker: Partner;
let helper: Partner;
let path: string;
beforeEach(async () => {
  ({ noor, rui, asker, helper, path } = await twoTalking({ title: 'A title of its own' }));
});

const form = (given: Partial<Parameters<typeof setMeeting>[1]> = {}) => ({
  ...{ date: '2098-12-01', time: '13:00', zone: 'Europe/Lisbon', choice: undefined },
  ...{ minutes: 30, place: 'https://meet.example.org/noor-rui', submissionKey: randomUUID() },
  ...given,
});

async function meeting(given: Parameters<typeof form>[0] = {}): Promise<number> {
  const set = await setMeeting(asker, form(given), { now });
  if (!set.ok) throw new Error(set.reason);
  return set.meetingId;
}

const hourLater: ReadClock = (clock) => {
  const moment = momentOfClock(clock);
  return moment && new Date(moment.getTime() + HOUR);
};

const standing = () =>
  db
    .selectFrom('conversation_meeting')
    .select(['id', 'starts_at', 'calendar_sequence', 'cancelled_at', 'version'])
    .where('conversation_id', '=', asker.conversationId)
    .orderBy('id')
    .execute();

const reminders = async (meetingId: number) =>
  (await waitingAbout({ meetingId })).flatMap(({ name, runAt }) =>
    name === 'remind-of-meeting' ? runAt?.toISOString() : [],
  );

describe('a meeting of two', () => {
  test('is told to both by mail with the calendar file, and never what it is about', async () => {
    await meeting();
    const [mine, theirs] = [await mailTo(noor.email), await mailTo(rui.email)];
    expect(theirs.map(({ subject }) => subject)).toEqual([
      'You and Noor: Monday 1 December 2098, 13:00',
    ]);
    expect(theirs[0]?.text).toContain('Noor set the meeting.');
    expect(mine[0]?.text).toContain('You set the meeting.');
    for (const mail of [mine[0], theirs[0]]) {
      expect(mail?.invitation?.method).toBe('REQUEST');
      expect(mail?.text).toContain('https://meet.example.org/noor-rui');
      expect(`${mail?.subject} ${mail?.text}`).not.toContain('A title of its own');
    }
    expect(await toldTo(noor)).toEqual([]);
    expect(await toldTo(rui)).toEqual([
      expect.stringMatching(
        /^You and Noor: Noor set a time to talk: Monday 1 December 2098, 13:00\.$/,
      ),
    ]);
  });

  test('stands as accepted in the calendar of who set its time, as it is by now', async () => {
    /** What the calendars of Noor and of Rui are told last. */
    const partstats = async () => {
      const told = await Promise.all([mailTo(noor.email), mailTo(rui.email)]);
      return told.map(([mail]) => /PARTSTAT=([A-Z-]+)/.exec(plain(mail?.invitation?.content))?.[1]);
    };
    const plain = (text = '') => text.replace(/\r?\n /g, '');
    const id = await meeting();
    const noors = ['ACCEPTED', 'NEEDS-ACTION'];
    expect(await partstats()).toEqual(noors);
    // Another place leaves the time, and who said it.
    await changeMeeting(helper, id, { ...form({ place: 'Room 4' }), version: 1 }, { now });
    expect(await partstats()).toEqual(noors);
    await changeMeeting(helper, id, { ...form({ time: '15:00', place: '' }), version: 2 }, { now });
    expect(await partstats()).toEqual(noors.toReversed());
    await keepMeetingClocks({ now, read: hourLater });
    expect(await partstats()).toEqual(noors.toReversed());
    await callOffMeeting(asker, id, { now });
    await restoreMeeting(asker, id, { now });
    expect(await partstats()).toEqual(noors.toReversed());
  });

  test('sent twice, or at once, is one; with another time under its key it is handed back', async () => {
    const once = form();
    const both = await Promise.all([1, 2].map(() => setMeeting(asker, once, { now })));
    expect(both[0]).toEqual(both[1]);
    expect(await setMeeting(asker, { ...once, time: '14:00' }, { now })).toMatchObject({
      ok: false,
      reason: 'another-first',
    });
    expect(await standing()).toHaveLength(1);
  });

  test('there are two at most, also when both set one at once', async () => {
    await meeting();
    const set = await Promise.all(
      [asker, helper].map((who) => setMeeting(who, form({ date: '2098-12-08' }), { now })),
    );
    expect(set.filter(({ ok }) => ok)).toHaveLength(1);
    expect(set.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'enough' });
    const [first] = await standing();
    await callOffMeeting(helper, first?.id ?? 0, { now });
    expect(await setMeeting(helper, form({ date: '2098-12-09' }), { now })).toMatchObject({
      ok: true,
    });
  });

  test.each([
    ['is over', { date: '2098-11-19' }, 'past'],
    ['never comes', { date: '2099-03-29', time: '01:30' }, 'does-not-exist'],
    ['comes twice', { date: '2099-10-25', time: '01:30' }, 'exists-twice'],
  ])('at a time that %s is asked about', async (_, given, reason) => {
    expect(await setMeeting(asker, form(given), { now })).toMatchObject({
      ok: false,
      reason: 'time',
      resolved: { reason },
    });
    expect(await standing()).toEqual([]);
  });

  test('is reminded of a day before, also once it moved, and not when it is off', async () => {
    const id = await meeting();
    expect(await reminders(id)).toEqual(['2098-11-30T13:00:00.000Z']);
    const moved = { ...form({ date: '2098-12-02', time: '09:00' }), version: 1 };
    expect(await changeMeeting(helper, id, moved, { now })).toEqual({ ok: true, moved: true });
    expect(await reminders(id)).toEqual(['2098-12-01T09:00:00.000Z']);
    const before = { meetingId: id, startsAt: '2098-12-01T13:00:00.000Z' };
    await remindOfMeeting(before);
    expect((await toldTo(noor)).filter((line) => line.includes('Soon'))).toEqual([]);
    await remindOfMeeting({ meetingId: id, startsAt: '2098-12-02T09:00:00.000Z' });
    expect(
      (await toldTo(noor)).filter((line) => line.includes('Soon: you talk with Rui')),
    ).toHaveLength(1);
    expect((await mailTo(rui.email))[0]?.subject).toBe(
      'You talk with Noor on Tuesday 2 December 2098, 09:00',
    );
    await callOffMeeting(asker, id, { now });
    expect(await reminders(id)).toEqual([]);
    expect((await mailTo(rui.email))[0]?.text).toContain('Noor called it off.');
  });

  test('called off by a slip is put back as it was, told, and reminded of again', async () => {
    const id = await meeting();
    await callOffMeeting(asker, id, { now });
    await mailTo(rui.email);
    const both = await Promise.all([1, 2].map(() => restoreMeeting(asker, id, { now })));
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect(await standing()).toMatchObject([{ id, cancelled_at: null, calendar_sequence: 2 }]);
    expect(await reminders(id)).toEqual(['2098-11-30T13:00:00.000Z']);
    const mails = (await mailTo(rui.email)).filter(({ subject }) => subject.includes('after all'));
    expect(mails.map(({ subject }) => subject)).toEqual([
      'You and Noor: on after all, Monday 1 December 2098, 13:00',
    ]);
    expect(mails[0]?.text).toContain('Noor has put it back as it was.');
    expect(mails[0]?.invitation?.method).toBe('REQUEST');
    expect(await toldTo(rui)).toEqual([
      'You and Noor: Noor put your meeting back: you talk on Monday 1 December 2098, 13:00 after all.',
    ]);
  });

  test('is put back from the word that it is off, not once it was to begin, it is over or there are two', async () => {
    const id = await meeting();
    const page = `${path}/meetings/${id}`;
    const off = await as(noor, `${page}/calling-off`, { form: {} });
    expect([off.status, off.location]).toEqual([303, path]);
    expect((await as(noor, `${page}/restoration`)).body).toContain('Meet after all?');
    const begun = { now: new Date('2098-12-01T13:01:00Z') };
    expect(await restoreMeeting(helper, id, begun)).toEqual({ ok: false, reason: 'closed' });
    await meeting({ date: '2098-12-08' });
    const last = await meeting({ date: '2098-12-09' });
    expect(await restoreMeeting(helper, id, { now })).toEqual({ ok: false, reason: 'enough' });
    expect((await as(rui, `${page}/restoration`, { form: {} })).status).toBe(422);
    await callOffMeeting(asker, last, { now });
    const raced = await Promise.all([
      restoreMeeting(helper, id, { now }),
      setMeeting(asker, form({ date: '2098-12-10' }), { now }),
    ]);
    expect(raced.filter(({ ok }) => ok)).toHaveLength(1);
    const [first] = (await standing()).filter(({ cancelled_at }) => cancelled_at);
    await endConversation(asker);
    expect(await restoreMeeting(helper, first?.id ?? 0, { now })).toEqual({
      ok: false,
      reason: 'ended',
    });
  });

  test.each([
    ['ended', endConversation],
    ['ended by a block', blockPerson],
  ] as const)('of a conversation %s goes out of both calendars without a why', async (_, end) => {
    const id = await meeting();
    const held = [await mailTo(noor.email), await mailTo(rui.email)].map(([mail]) => mail);
    await end(asker, { now });
    await end(asker, { now });
    for (const [index, who] of [noor, rui].entries()) {
      const [mail, ...before] = await mailTo(who.email);
      expect(before).toHaveLength(1);
      expect(mail?.subject).toBe('The meeting on Monday 1 December 2098, 13:00 is off');
      expect(mail?.invitation?.method).toBe('CANCEL');
      const uidOf = (text = '') => /UID:.+/.exec(text)?.[0];
      expect(uidOf(mail?.invitation?.content)).toBe(uidOf(held[index]?.invitation?.content));
      expect(mail?.text).not.toMatch(/Noor called|Rui|block|ended|conversation/);
    }
    expect(await reminders(id)).toEqual([]);
  });

  test('of a conversation that ends is not mailed of to who wants no mail of it', async () => {
    await setBetweenVolume(rui, 'nothing');
    await meeting();
    expect(await mailTo(noor.email)).toHaveLength(1);
    await endConversation(asker, { now });
    expect(await mailTo(rui.email)).toEqual([]);
    expect(await mailTo(noor.email)).toHaveLength(2);
  });

  test('moved by both at once moves once; the other is handed what it is now', async () => {
    const id = await meeting();
    const to = (time: string) => ({ ...form({ time }), version: 1 });
    const moved = await Promise.all([
      changeMeeting(asker, id, to('14:00'), { now }),
      changeMeeting(helper, id, to('15:00'), { now }),
    ]);
    expect(moved.filter(({ ok }) => ok)).toHaveLength(1);
    expect(moved.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect((await standing()).map((row) => [row.version, row.calendar_sequence])).toEqual([[2, 1]]);
  });

  test('saved as it was changes nothing and tells nobody', async () => {
    const id = await meeting();
    await mailTo(rui.email);
    const same = { ...form(), version: 1 };
    expect(await changeMeeting(helper, id, same, { now })).toEqual({ ok: true, moved: false });
    expect(await mailTo(noor.email)).toHaveLength(1);
  });

  test('keeps its UID in the calendar, and says there with whom and nothing else', async () => {
    const id = await meeting();
    const first = await calendarMeeting(helper, id);
    await changeMeeting(asker, id, { ...form({ time: '14:00' }), version: 1 }, { now });
    await callOffMeeting(helper, id, { now });
    const { body, headers } = await as(rui, `${path}/meetings/${id}/meeting.ics`);
    expect(headers.get('content-type')).toMatch(/^text\/calendar/);
    const [, , parts] = ICAL.parse(body) as [
      string,
      unknown,
      [string, [string, unknown, string, unknown][]][],
    ];
    const said = Object.fromEntries(
      (parts[0]?.[1] ?? []).map(([name, , , value]) => [name, value]),
    );
    expect(said).toMatchObject({
      ...{ uid: first?.uid, sequence: 2, status: 'CANCELLED', summary: 'With Noor' },
      location: 'https://meet.example.org/noor-rui',
    });
    expect(body).not.toContain('A title of its own');
  });

  test('of another conversation is not there', async () => {
    const id = await meeting();
    const { asker: other } = await twoTalking();
    expect(await callOffMeeting(other, id, { now })).toEqual({ ok: false, reason: 'gone' });
    expect(await changeMeeting(other, id, { ...form(), version: 1 }, { now })).toEqual({
      ok: false,
      reason: 'gone',
    });
    expect(await calendarMeeting(other, id)).toBeNull();
  });

  test('is set on a page that keeps what was typed and offers another time', async () => {
    const post = (given: Record<string, string>) =>
      as(noor, `${path}/meetings/new`, {
        form: {
          ...{ date: '', time: '', zone: 'Europe/Lisbon', minutes: '30', place: 'The bench' },
          ...{ step: '', submissionKey: randomUUID(), ...given },
        },
      });
    const empty = await post({ time: '13:00' });
    expect(empty.status).toBe(422);
    expect(empty.body).toMatch(/id="[^"]*-error"[^>]*>[^<]*Choose a day\./);
    expect(empty.body).toContain('value="The bench"');
    const gap = await post({ date: '2027-03-28', time: '01:30' });
    expect(gap.status).toBe(422);
    expect(gap.body).toContain('value="take:2027-03-28T02:00"');
    const taken = await post({ date: '2027-03-28', time: '01:30', step: 'take:2027-03-28T02:00' });
    expect(taken.body).toMatch(/name="time"[^>]*value="02:00"/);
    const set = await post({ date: '2027-03-28', time: '02:00' });
    expect([set.status, set.location]).toEqual([303, path]);
    const page = (await as(rui, path)).body;
    expect(page).toContain('Sunday 28 March 2027, 02:00');
    expect(page).toContain('The bench');
  });
});

describe('when clocks have new rules', () => {
  /** By which Lisbon is an hour further ahead. */
  const newRules: ReadClock = (clock) => {
    const moment = momentOfClock(clock);
    const moved = clock.time_zone === 'Europe/Lisbon' && clock.on_date === '2098-12-01';
    return moment && moved ? new Date(moment.getTime() - HOUR) : moment;
  };

  test('a meeting keeps its time on the wall, and the two are told with the file', async () => {
    const meetingId = await meeting();
    const sent = (await mailTo(rui.email)).length;
    await Promise.all([
      keepMeetingClocks({ now, read: newRules }),
      keepMeetingClocks({ now, read: newRules }),
    ]);
    expect(await standing()).toMatchObject([
      { starts_at: new Date('2098-12-01T12:00:00Z'), calendar_sequence: 1, version: 2 },
    ]);
    expect(await reminders(meetingId)).toEqual(['2098-11-30T12:00:00.000Z']);
    const [mail, ...more] = (await mailTo(rui.email)).slice(0, -sent);
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('by new rules of clocks');
    expect(mail?.text).toContain('Clocks in Lisbon have new rules.');
    expect(mail?.attachments.map(({ name }) => name)).toEqual(['invite.ics']);
    expect((await toldTo(noor))[0]).toContain('Clocks have new rules, where it was set');
  });

  test('one that is off, or ended with the conversation, is left; who moves it first is not overwritten', async () => {
    const off = await meeting();
    await callOffMeeting(asker, off, { now });
    expect(await keepMeetingClocks({ now, read: newRules })).toEqual({ moved: 0, left: 0 });
    const meetingId = await meeting();
    const [moved] = await Promise.all([
      changeMeeting(helper, meetingId, { ...form({ time: '15:00' }), version: 1 }, { now }),
      keepMeetingClocks({ now, read: newRules }),
    ]);
    await keepMeetingClocks({ now, read: newRules });
    const [, row] = await standing();
    const hour = moved.ok ? '14:00' : '12:00';
    expect(row?.starts_at).toEqual(new Date(`2098-12-01T${hour}:00Z`));
  });
});
