import { beforeEach, describe, expect, test } from 'vitest';
import type { Partner, Viewer } from '#app/access/proofs.ts';
import { askAfterAll } from '#app/mentoring/conversations/commands/ask-after-all.server.ts';
import { endConversation } from '#app/mentoring/conversations/commands/end-conversation.server.ts';
import { postLine } from '#app/mentoring/conversations/commands/post-line.server.ts';
import { sayOutcome } from '#app/mentoring/conversations/commands/say-outcome.server.ts';
import { takeBackThanks, thank } from '#app/mentoring/conversations/commands/thank.server.ts';
import { conversationPage } from '#app/mentoring/conversations/queries/conversation-page.server.ts';
import { isShared } from '#app/mentoring/conversations/rules/outcome.ts';
import { setMeeting } from '#app/mentoring/meetings/commands/set-meeting.server.ts';
import { daysAfter } from '#app/time/spans.ts';
import { waitingAbout } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { as, lineBy, said, toldTo, twoTalking } from './talk.ts';

let noor: Viewer;
let rui: Viewer;
let asker: Partner;
let helper: Partner;
let path: string;
let id: number;
beforeEach(async () => {
  ({ noor, rui, asker, helper, path, id } = await twoTalking());
});

const row = () =>
  db
    .selectFrom('conversation')
    .select(['ended_at', 'ended_by', 'asked_after_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const asked = (lines: string[]) => lines.filter((line) => line.includes('What did you do?')).length;

describe('ending it', () => {
  test('is done by either, told to the other without a reason, and asks both what came of it', async () => {
    await lineBy(asker, 'Thank you.');
    await endConversation(helper);
    expect(await row()).toMatchObject({ ended_by: rui.personId });
    expect((await toldTo(noor)).sort()).toEqual([
      expect.stringContaining('Did it help, you and Rui?'),
      expect.stringContaining('Rui ended your conversation.'),
    ]);
    expect(asked(await toldTo(rui))).toBe(1);
    expect(await postLine(asker, said('Wait.'))).toEqual({ ok: false, reason: 'ended' });
    expect((await conversationPage(asker, { kind: 'landing' })).notes).toHaveLength(1);
  });

  test('at once by both ends it once, and tells of one end', async () => {
    await Promise.all([endConversation(asker), endConversation(helper)]);
    const told = [...(await toldTo(noor)), ...(await toldTo(rui))];
    expect(told.filter((line) => line.includes('ended your conversation'))).toHaveLength(1);
    expect(asked(told)).toBe(2);
    const before = await row();
    await endConversation(asker, { now: new Date('2099-01-01') });
    expect(await row()).toEqual(before);
  });

  test('while the other writes lets no note in after it', async () => {
    const [, posted] = await Promise.all([endConversation(helper), postLine(asker, said('Oh.'))]);
    const { ended_at } = await row();
    const notes = await db
      .selectFrom('conversation_note')
      .select('posted_at')
      .where('conversation_id', '=', id)
      .execute();
    expect(notes).toHaveLength(posted.ok ? 1 : 0);
    expect(ended_at).not.toBeNull();
  });

  test('calls off what is still to come, and reminds of none of it', async () => {
    const set = await setMeeting(asker, {
      ...{ date: '2027-06-01', time: '13:00', zone: 'Europe/Lisbon', choice: undefined },
      ...{ minutes: 30, place: '', submissionKey: crypto.randomUUID() },
    });
    if (!set.ok) throw new Error(set.reason);
    await endConversation(helper);
    expect((await conversationPage(asker, { kind: 'landing' })).meetings).toEqual([]);
    const waiting = await waitingAbout({ meetingId: set.meetingId });
    expect(waiting.map(({ name }) => name)).not.toContain('remind-of-meeting');
  });

  test('is asked once on a page of its own', async () => {
    const question = await as(noor, `${path}/ending`);
    expect(question.body).toContain('nobody asks why');
    const answer = await as(noor, `${path}/ending`, { form: {} });
    expect(answer.location).toBe(`${path}/outcome`);
    expect((await as(rui, `${path}/ending`)).location).toBe(path);
  });
});

describe('a week after it was opened', () => {
  const opened = new Date('2026-03-02T09:00:00Z');
  beforeEach(() =>
    db.updateTable('conversation').set({ opened_at: opened }).where('id', '=', id).execute(),
  );

  test('both are asked, once, however many sweep and however late', async () => {
    await askAfterAll({ now: new Date(daysAfter(opened, 7).getTime() - 1000) });
    expect(asked(await toldTo(noor))).toBe(0);
    await Promise.all([1, 2].map(() => askAfterAll({ now: daysAfter(opened, 14) })));
    expect([asked(await toldTo(noor)), asked(await toldTo(rui))]).toEqual([1, 1]);
    await as(noor, `${path}/outcome`);
    await askAfterAll({ now: daysAfter(opened, 30) });
    expect([asked(await toldTo(noor)), asked(await toldTo(rui))]).toEqual([0, 1]);
  });

  test('nobody is asked again of what ended before', async () => {
    await endConversation(asker, { now: daysAfter(opened, 2) });
    await as(noor, `${path}/outcome`);
    await askAfterAll({ now: daysAfter(opened, 8) });
    expect(asked(await toldTo(noor))).toBe(0);
  });
});

describe('what came of it', () => {
  const yes = { helped: 'yes' as const, did: 'I handed it over on *Monday*.', share: true };

  test('is said when it was asked, not before', async () => {
    expect(await sayOutcome(asker, { ...yes, version: 0 })).toEqual({ ok: false, reason: 'early' });
    expect((await as(noor, `${path}/outcome`)).location).toBe(path);
  });

  test('is read by the other, and shared only while both wish it', async () => {
    await endConversation(asker);
    await sayOutcome(asker, { ...yes, version: 0 });
    const shared = async () => {
      const { mine, theirs } = (await conversationPage(helper, { kind: 'landing' })).outcomes;
      return isShared(mine, theirs);
    };
    expect((await as(rui, path)).body).toContain('I handed it over on <em>Monday</em>.');
    expect(await shared()).toBe(false);
    await sayOutcome(helper, { helped: 'yes', did: '', share: true, version: 0 });
    expect(await shared()).toBe(true);
    await sayOutcome(helper, { helped: 'yes', did: '', share: false, version: 1 });
    expect(await shared()).toBe(false);
  });

  test('from two tabs is not saved over: the second is handed what the first said', async () => {
    await endConversation(asker);
    const both = await Promise.all([
      sayOutcome(asker, { ...yes, version: 0 }),
      sayOutcome(asker, { ...yes, helped: 'no', did: 'Nothing.', version: 0 }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed', theirs: { version: 1 } });
    const stale = await as(noor, `${path}/outcome`, {
      form: { helped: 'partly', did: 'Typed in an old window.', version: '0' },
    });
    expect(stale.status).toBe(422);
    expect(stale.body).toContain('Typed in an old window.');
    expect(stale.body).toContain('You changed this in another window meanwhile');
  });

  test('says beside the field what is wrong, and keeps what was typed', async () => {
    await endConversation(asker);
    const none = await as(rui, `${path}/outcome`, { form: { did: 'A lot.', version: '0' } });
    expect(none.status).toBe(422);
    expect(none.body).toContain('Choose one of the three.');
    expect(none.body).toContain('A lot.');
  });
});

describe('thanks', () => {
  test('are one sentence from who asked; the helper is told of them once', async () => {
    expect(await thank(asker, { body: 'I sleep on Fridays.', version: 0 })).toEqual({ ok: true });
    expect(await toldTo(rui)).toEqual([expect.stringContaining('Noor thanks you')]);
    expect((await as(rui, path)).body).toContain('I sleep on Fridays.');
    expect(await toldTo(rui)).toEqual([]);
    expect(await thank(asker, { body: 'I sleep again.', version: 1 })).toEqual({ ok: true });
    expect(await toldTo(rui)).toEqual([]);
    expect((await conversationPage(helper, { kind: 'landing' })).thanks).toBe('I sleep again.');
    expect(await thank(helper, { body: 'And you.', version: 2 })).toEqual({
      ok: false,
      reason: 'helper',
    });
    expect((await as(rui, `${path}/thanks`)).status).toBe(404);
  });

  test('that are taken back are gone, and so is the word of them', async () => {
    await thank(asker, { body: 'I sleep on Fridays.', version: 0 });
    const question = await as(noor, `${path}/thanks/removal`);
    expect(question.body).toContain('I sleep on Fridays.');
    const taken = await as(noor, `${path}/thanks/removal`, { form: {} });
    expect(taken.location).toBe(path);
    await takeBackThanks(asker);
    expect(await toldTo(rui)).toEqual([]);
    expect((await as(rui, path)).body).not.toContain('I sleep on Fridays.');
  });

  test('sent twice are once, and mended in two windows are not saved over', async () => {
    const once = { body: 'I sleep on Fridays.', version: 0 };
    expect(await Promise.all([thank(asker, once), thank(asker, once)])).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect(await thank(asker, { body: 'Another.', version: 0 })).toEqual({
      ok: false,
      reason: 'changed',
      theirs: { body: 'I sleep on Fridays.', version: 1 },
    });
    expect(await toldTo(rui)).toHaveLength(1);
  });
});
