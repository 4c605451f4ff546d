import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { comeBack, setHelping } from '#app/mentoring/helping/commands/set-helping.server.ts';
import { askableAmong } from '#app/mentoring/helping/queries/askable.server.ts';
import { helpingOf } from '#app/mentoring/helping/queries/helping.server.ts';
import { holdHelping } from '#app/mentoring/helping/rows/hold-helping.server.ts';
import { type Capacity, canBeAsked } from '#app/mentoring/helping/rules/capacity.ts';
import {
  helpingByAddress,
  helpingInAddress,
  USUAL_HELPING,
} from '#app/mentoring/helping/rules/helping.ts';
import { notAskedWords } from '#app/mentoring/helping/words.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { conversationOf } from './scene.ts';

const now = new Date();
const inDays = (days: number, zone = 'Europe/Lisbon') => addDays(todayIn(zone, now), days);

const form = (more: object = {}) => ({ ...USUAL_HELPING, version: 1, ...more });
const whyNot = async (asker: Viewer, of: Viewer) => {
  const [one] = await askableAmong(asker, [of.personId], { now });
  return one?.ok ? null : one?.reason;
};

describe('whether somebody can be asked', () => {
  const able: Capacity = {
    ...{ atOnce: 2, busy: 1, pausedUntil: null, timeZone: 'Pacific/Auckland' },
    ...{ isResting: false, isClosed: false, isBlocked: false, isAsker: false },
  };
  const at = new Date('2027-01-11T12:00:00Z');

  test.each<[string, Partial<Capacity>, string | null]>([
    ['has room for one more', {}, null],
    ['has none', { busy: 2 }, 'full'],
    ['has more than they take now', { busy: 5, atOnce: 1 }, 'full'],
    ['is out', { atOnce: 0, busy: 0 }, 'out'],
    ['rests', { isResting: true }, 'resting'],
    // In Auckland it is the twelfth already.
    ['is paused until today, on their clock', { pausedUntil: '2027-01-12' }, null],
    ['is paused until tomorrow', { pausedUntil: '2027-01-13' }, 'paused'],
    ['is who asks', { isAsker: true }, 'oneself'],
    ['is gone', { isClosed: true }, 'closed'],
    ['blocked, or is blocked', { isBlocked: true }, 'blocked'],
  ])('%s', (_, of, reason) => {
    const can = canBeAsked({ ...able, ...of }, at);
    expect(can.ok ? null : can.reason).toBe(reason);
  });

  test('the asker reads the same of what is nobody’s business', () => {
    const said = (['out', 'resting', 'full', 'blocked'] as const).map((reason) =>
      notAskedWords('Rui', reason, null),
    );
    expect(new Set(said)).toEqual(new Set(['Rui takes no more for now.']));
    expect(notAskedWords('Rui', 'paused', '2031-01-13')).toBe(
      'Rui takes no more until Monday 13 January 2031.',
    );
  });

  test('is asked of the database as it is', async () => {
    const [noor, rui, ines] = [await person('Noor'), await person('Rui'), await person('Ines')];
    expect(await whyNot(noor, rui)).toBeNull();
    expect(await whyNot(rui, rui)).toBe('oneself');
    await conversationOf(noor, rui);
    await conversationOf(ines, rui);
    expect(await whyNot(noor, rui)).toBe('full');
    expect(await whyNot(noor, ines)).toBeNull();
    await setHelping(rui, form({ atOnce: 3 }), { now });
    expect(await whyNot(noor, rui)).toBeNull();
    await setHelping(rui, form({ atOnce: 3, pausedUntil: inDays(1), version: 2 }), { now });
    expect(await whyNot(noor, rui)).toBe('paused');
    await db
      .insertInto('person_block')
      .values({ person_id: rui.personId, blocked_id: noor.personId })
      .execute();
    expect(await whyNot(noor, rui)).toBe('blocked');
    expect(await whyNot(rui, noor)).toBe('blocked');
    expect(await askableAmong(noor, [ines.personId, 999_999_999, rui.personId])).toMatchObject([
      { name: 'Ines', ok: true },
      { name: 'Rui', ok: false },
    ]);
  });
});

describe('what somebody takes on', () => {
  test('is two at once until they say otherwise, and only what they changed', async () => {
    const rui = await person('Rui');
    expect(await helpingOf(rui)).toEqual({ helping: form(), restingSince: null });
    const saved = await setHelping(rui, form({ atOnce: 0, beyondCircles: false }));
    expect(saved).toMatchObject({ ok: true, version: 2, before: USUAL_HELPING });
    const { helping } = await helpingOf(rui);
    expect(helping).toEqual(form({ atOnce: 0, beyondCircles: false, version: 2 }));
  });

  test('is never written over from an older page; the same sent twice is once', async () => {
    const rui = await person('Rui');
    await setHelping(rui, form({ atOnce: 4 }));
    expect(await setHelping(rui, form({ atOnce: 4 }))).toMatchObject({ ok: true, version: 2 });
    expect(await setHelping(rui, form({ atOnce: 1 }))).toEqual({ ok: false, reason: 'changed' });
    const two = await Promise.all(
      [5, 6].map((atOnce) => setHelping(rui, form({ atOnce, version: 2 }))),
    );
    expect(two.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('is not in the way of a row that something else needed meanwhile', async () => {
    const rui = await person('Rui');
    const { helping } = await helpingOf(rui);
    await db.transaction().execute((tx) => holdHelping(tx, rui.personId));
    expect(await setHelping(rui, { ...helping, atOnce: 1 })).toMatchObject({ ok: true });
  });

  test('is paused until a day that is not over in their zone, and not paused once it is', async () => {
    const rui = await person('Rui');
    const today = form({ pausedUntil: inDays(0) });
    expect(await setHelping(rui, today, { now })).toMatchObject({ reason: 'pause-over' });
    const until = form({ pausedUntil: inDays(2) });
    expect(await setHelping(rui, until, { now })).toMatchObject({ ok: true });
    const later = new Date(now.getTime() + 3 * 24 * 60 * 60 * 1000);
    expect((await helpingOf(rui, { now: later })).helping.pausedUntil).toBeNull();
    expect((await helpingOf(rui, { now })).helping.pausedUntil).toBe(inDays(2));
  });

  test('is read again from its address, and nothing else is', () => {
    const saved = { ...USUAL_HELPING, pausedUntil: '2027-01-12', version: 3 };
    expect(helpingInAddress(saved)).toBe('2_2027-01-12_1_0_3');
    expect(helpingByAddress('2_2027-01-12_1_0_3')).toEqual(saved);
    for (const odd of [null, '', '2', '2_2027-13-41_1_0_3', '12__1_0_3', '2__2_0_3']) {
      expect(helpingByAddress(odd)).toBeNull();
    }
  });
});

describe('its page', () => {
  const PAGE = '/account/helping';
  const typed = { atOnce: '3', pausedUntil: '', beyondCircles: 'on', version: '1' };

  test('saves, undoes, and keeps what was typed where it was saved elsewhere', async () => {
    const rui = await person('Rui');
    const cookie = await signInCookie(rui);
    const saved = await ask(PAGE, { cookie, form: typed });
    expect(saved).toMatchObject({ status: 303, location: PAGE });
    const stale = await ask(PAGE, { cookie, form: { ...typed, atOnce: '7', saidInMail: 'on' } });
    expect(stale.status).toBe(422);
    expect(stale.body).toContain('saved elsewhere');
    expect(stale.body).toMatch(/<option value="7" selected/);
    expect(stale.body).toContain('Three at once');
    const undo = `${PAGE}/undoing?as=2__1_0_2`;
    const undone = await ask(undo, { cookie, form: {} });
    expect(undone.cookies.join()).toContain('helping-as-before');
    expect((await helpingOf(rui)).helping).toMatchObject({ atOnce: 2, version: 3 });
    await setHelping(rui, form({ atOnce: 5, version: 3 }));
    const late = await ask(undo, { cookie, form: {} });
    expect(late.cookies.join()).toContain('helping-changed-since');
    expect((await helpingOf(rui)).helping.atOnce).toBe(5);
  });

  test('says what is wrong beside the field', async () => {
    const cookie = await signInCookie(await person('Rui'));
    const past = await ask(PAGE, { cookie, form: { ...typed, pausedUntil: '2020-01-01' } });
    expect(past.status).toBe(422);
    expect(past.body).toContain('Choose a day after today');
    const odd = await ask(PAGE, { cookie, form: { ...typed, atOnce: '12' } });
    expect(odd.body).toContain('Choose how many.');
  });

  test('says that one rests, and takes one back', async () => {
    const [noor, rui] = [await person('Noor'), await person('Rui')];
    const cookie = await signInCookie(rui);
    expect((await ask(PAGE, { cookie })).body).not.toContain('I’m back');
    await db
      .insertInto('helping')
      .values({ person_id: rui.personId, unanswered: 3, resting_since: now })
      .execute();
    expect(await whyNot(noor, rui)).toBe('resting');
    expect((await ask(PAGE, { cookie })).body).toContain('Three asks went unanswered');
    await ask(`${PAGE}/back`, { cookie, form: {} });
    expect(await whyNot(noor, rui)).toBeNull();
    expect(await helpingOf(await viewer(rui))).toMatchObject({ restingSince: null });
    await comeBack(rui);
  });
});
