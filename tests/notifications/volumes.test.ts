import { beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { setHours } from '#app/notifications/hearing/commands/set-hours.server.ts';
import { setVolume, undoVolume } from '#app/notifications/hearing/commands/set-volume.server.ts';
import { threadBy } from '#tests/discussions/notes.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { tripsOf } from '#tests/support/trips.ts';
import { untilWaiting } from '#tests/support/waiting.ts';
import { emptyInboxes, itemOf, volumeOf, waitingFor } from './hearing.ts';

const at = new Date('2026-11-25T09:00:00Z');
const now = new Date('2026-11-25T09:20:00Z');
const FRIDAY = new Date('2026-11-27T07:00:00Z');
const afterTheWindow = '2026-11-25T10:00:00.000Z';

let noor: Member;
let ines: Member;
let threadId: number;

beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Noor')] });
  ines = circle.host;
  noor = circle.members[0] as Member;
  ({ threadId } = await threadBy(ines));
  await emptyInboxes(ines);
});

describe('how much mail of a circle', () => {
  test('is everything for whoever said nothing, and what they say after that', async () => {
    expect(await volumeOf(noor)).toBeUndefined();
    expect(await setVolume(noor, 'everything', { now })).toBeNull();
    for (const volume of ['digest', 'concerns', 'nothing', 'everything'] as const) {
      expect(await setVolume(noor, volume, { now })).toEqual(now);
      expect(await volumeOf(noor)).toBe(volume);
      expect(await setVolume(noor, volume, { now })).toBeNull();
    }
    expect(await volumeOf(ines)).toBeUndefined();
  });

  test('at nothing leaves what waits unread, and without a mail', async () => {
    await itemOf(noor, 'note:1', { at, threadId });
    await itemOf(noor, 'role', { at, forYou: true });
    await itemOf(ines, 'note:1', { at, threadId });
    await setVolume(noor, 'nothing', { now });
    expect(await waitingFor(noor)).toEqual({ 'note:1': 'never', role: 'never' });
    expect(await waitingFor(ines)).toEqual({ 'note:1': afterTheWindow });
  });

  test('from a digest to everything comes after the window, or at once when that is over', async () => {
    await setVolume(noor, 'digest', { now: at });
    await itemOf(noor, 'note:1', { at, threadId, mailAt: FRIDAY });
    await itemOf(noor, 'note:2', {
      ...{ threadId, mailAt: FRIDAY },
      at: new Date('2026-11-24T09:00:00Z'),
    });
    await itemOf(noor, 'session:1', { at, mailAt: null });
    await setVolume(noor, 'everything', { now });
    expect(await waitingFor(noor)).toEqual({
      'note:1': afterTheWindow,
      'note:2': now.toISOString(),
      'session:1': 'never',
    });
  });

  test('at what concerns me takes news that is not for them, nor in a thread they follow', async () => {
    const { threadId: followed } = await threadBy(noor);
    await itemOf(noor, 'note:1', { at, threadId });
    await itemOf(noor, 'note:2', { at, threadId, forYou: true });
    await itemOf(noor, 'note:3', { at, threadId: followed });
    await itemOf(noor, 'agreement', { at });
    await setVolume(noor, 'concerns', { now });
    expect(await waitingFor(noor)).toEqual({
      agreement: afterTheWindow,
      'note:1': 'never',
      'note:2': afterTheWindow,
      'note:3': afterTheWindow,
    });
  });

  test('leaves alone what was read, what a mail has, and other circles', async () => {
    const other = await circleOf({ members: [noor.viewer] });
    const elsewhere = await member(noor.viewer, other.slug);
    await itemOf(elsewhere, 'agreement', { at });
    await itemOf(noor, 'agreement', { at });
    await db
      .updateTable('inbox_item')
      .set({ read_at: now })
      .where('circle_id', '=', noor.circleId)
      .execute();
    await setVolume(noor, 'nothing', { now });
    expect(await waitingFor(elsewhere)).toEqual({ agreement: afterTheWindow });
    const read = await db
      .selectFrom('inbox_item')
      .select('mail_at')
      .where('circle_id', '=', noor.circleId)
      .executeTakeFirstOrThrow();
    expect(read.mail_at?.toISOString()).toBe(afterTheWindow);
  });

  test('is taken back with the mail it took, once, and not over what was set since', async () => {
    await itemOf(noor, 'note:1', { at, threadId });
    await itemOf(noor, 'session:1', { at, mailAt: null });
    const moment = await setVolume(noor, 'nothing', { now });
    await undoVolume(noor, moment ?? now, { now: new Date('2026-11-25T09:30:00Z') });
    expect(await volumeOf(noor)).toBe('everything');
    expect(await waitingFor(noor)).toEqual({ 'note:1': afterTheWindow, 'session:1': 'never' });
    await setVolume(noor, 'digest', { now: new Date('2026-11-25T09:40:00Z') });
    await undoVolume(noor, moment ?? now);
    expect(await volumeOf(noor)).toBe('digest');
    // Of another circle, and another person, there is nothing to take back at that moment.
    await undoVolume(ines, new Date('2026-11-25T09:40:00Z'));
    expect(await volumeOf(noor)).toBe('digest');
  });

  test('goes with the membership', async () => {
    await setVolume(noor, 'nothing', { now });
    await leaveCircle(noor);
    expect(await volumeOf(noor)).toBeUndefined();
    expect(await setVolume(noor, 'digest', { now })).toBeNull();
    expect(await volumeOf(noor)).toBeUndefined();
  });

  test('said while another is being saved is said after that, and taken back to it', async () => {
    const { circleId: circle_id, personId: person_id } = noor;
    const saving = await db.transaction().execute(async (other) => {
      await other
        .selectFrom('membership')
        .select('role')
        .where('circle_id', '=', circle_id)
        .where('person_id', '=', person_id)
        .forNoKeyUpdate()
        .execute();
      const asked = setVolume(noor, 'nothing', { now });
      await untilWaiting(1);
      await other
        .insertInto('circle_volume')
        .values({ circle_id, person_id, volume: 'digest', was: 'everything', at })
        .execute();
      return { asked };
    });
    expect(await saving.asked).toEqual(now);
    expect(await volumeOf(noor)).toBe('nothing');
    await undoVolume(noor, now);
    expect(await volumeOf(noor)).toBe('digest');
  });

  test('is set in three waves, however much waits', async () => {
    for (let item = 0; item < 40; item++) await itemOf(noor, `note:${item}`, { at, threadId });
    const trips = await tripsOf(
      () => setVolume(ines, 'nothing'),
      () => setVolume(noor, 'nothing'),
    );
    expect(trips).toEqual([{ statements: 2, waves: 3 }]);
  });
});

describe('when mail comes', () => {
  const evenings = { days: [2, 4], hour: 18, quiet: { from: 21 * 60, to: 7 * 60 } };
  const hoursOfNoor = () =>
    db
      .selectFrom('mail_hours')
      .selectAll()
      .where('person_id', '=', noor.personId)
      .executeTakeFirst();

  test('is kept with a version, and a form that was filled before is refused', async () => {
    expect(await setHours(noor.viewer, { ...evenings, version: 0 })).toEqual({
      ok: true,
      version: 1,
    });
    expect(await hoursOfNoor()).toMatchObject({
      ...{ digest_days: [2, 4], digest_hour: 18, quiet_from: 1260, quiet_to: 420, version: 1 },
    });
    const stale = { days: [5], hour: 9, quiet: null, version: 0 };
    expect(await setHours(noor.viewer, stale)).toEqual({ ok: false, reason: 'changed' });
    expect(await hoursOfNoor()).toMatchObject({ digest_hour: 18, version: 1 });
    // The same twice is once.
    expect(await setHours(noor.viewer, { ...evenings, days: [4, 2], version: 0 })).toEqual({
      ok: true,
      version: 1,
    });
    expect(await setHours(noor.viewer, { ...stale, version: 1 })).toEqual({ ok: true, version: 2 });
    expect(await hoursOfNoor()).toMatchObject({ digest_days: [5], quiet_from: null, version: 2 });
  });

  test('of two saved at the same time is one, and the other hears of it', async () => {
    const [one, other] = await Promise.all([
      setHours(noor.viewer, { ...evenings, version: 0 }),
      setHours(noor.viewer, { days: [1], hour: 7, quiet: null, version: 0 }),
    ]);
    expect([one.ok, other.ok].sort()).toEqual([false, true]);
    expect(await hoursOfNoor()).toMatchObject({ digest_hour: one.ok ? 18 : 7, version: 1 });
  });

  test('gives all that waits back to its window, in every circle, and what was hushed stays so', async () => {
    const other = await circleOf({ members: [noor.viewer] });
    const elsewhere = await member(noor.viewer, other.slug);
    await setVolume(noor, 'digest', { now: at });
    await itemOf(noor, 'note:1', { at, threadId, mailAt: FRIDAY });
    await itemOf(elsewhere, 'agreement', { at, mailAt: FRIDAY });
    await setVolume(elsewhere, 'nothing', { now });
    await itemOf(ines, 'agreement', { at, mailAt: FRIDAY });
    await setHours(noor.viewer, { ...evenings, version: 0 }, { now });
    expect(await waitingFor(noor)).toEqual({ 'note:1': afterTheWindow });
    expect(await waitingFor(elsewhere)).toEqual({ agreement: 'never' });
    expect(await waitingFor(ines)).toEqual({ agreement: FRIDAY.toISOString() });
  });

  test('that was refused changes nothing of what waits', async () => {
    await setHours(noor.viewer, { ...evenings, version: 0 }, { now });
    await itemOf(noor, 'note:1', { at, threadId, mailAt: FRIDAY });
    await setHours(noor.viewer, { days: [1], hour: 7, quiet: null, version: 0 }, { now });
    expect(await waitingFor(noor)).toEqual({ 'note:1': FRIDAY.toISOString() });
  });
});
