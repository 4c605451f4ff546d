import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { reopenAsk } from '#app/mentoring/asks/commands/close-ask.server.ts';
import { turnAsks } from '#app/mentoring/asks/commands/turn-asks.server.ts';
import { turnNotNows } from '#app/mentoring/asks/commands/turn-not-nows.server.ts';
import { remindAsker } from '#app/mentoring/offers/commands/remind-asker.server.ts';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { answersOf, askRow, offerRow } from './answers.ts';
import { asAsker, openAsk } from './scene.ts';

const asks = acrossCircles(db, 'an ask is its asker’s');

/** A Monday, ten o'clock in Lisbon. */
const MONDAY = new Date('2026-11-30T10:00Z');
const at = (day: string) => new Date(`2026-${day}Z`);
const days = (n: number) => new Date(MONDAY.getTime() + n * 24 * 60 * 60 * 1000);

async function asked(given: { at?: Date } = {}) {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ members: [noor, rui] });
  const askId = await openAsk(noor, { to: { person: rui }, at: MONDAY, ...given });
  return { circle, noor, rui, askId };
}

const sweep = async (now: Date) => {
  await turnAsks({ now });
  await turnNotNows({ now });
};

/** What somebody was told last of a thing between people, and when. */
async function told(who: Viewer, topic: string) {
  const row = await db
    .selectFrom('inbox_item')
    .select(['kind', 'at', 'detail'])
    .where('circle_id', 'is', null)
    .where('person_id', '=', who.personId)
    .where('topic', '=', topic)
    .executeTakeFirst();
  return row ? `${row.kind} ${row.at.toISOString()}` : null;
}

const reachOf = (askId: number) =>
  asks
    .selectFrom('ask_reach')
    .select(['nudged_at', 'unanswered_at'])
    .where('ask_id', '=', askId)
    .executeTakeFirstOrThrow();

const helpingOf = (who: Viewer) =>
  db
    .selectFrom('helping')
    .select(['unanswered', 'resting_since'])
    .where('person_id', '=', who.personId)
    .executeTakeFirst();

const mailsTo = async (who: Viewer) =>
  (await messagesOf('ask-received')).filter(({ personId }) => personId === who.personId).length;

describe('somebody who was asked alone and does not answer', () => {
  test('hears once more after two working days, and then the asker hears', async () => {
    const { noor, rui, askId } = await asked();
    await sweep(at('12-02T09:59'));
    expect(await told(rui, `ask:${askId}`)).toBeNull();
    await sweep(at('12-02T10:05'));
    expect(await told(rui, `ask:${askId}`)).toBe('ask-to-you 2026-12-02T10:05:00.000Z');
    expect(await mailsTo(rui)).toBe(1);
    // Two more: a weekend lies between.
    await sweep(at('12-04T10:04'));
    expect(await told(noor, `ask:${askId}`)).toBeNull();
    await sweep(at('12-04T10:05'));
    expect(await told(noor, `ask:${askId}`)).toBe('ask-unanswered 2026-12-04T10:05:00.000Z');
    const [line] = await itemsOf(await viewer(noor), 'true', []);
    expect(line?.text).toBe(
      'Rui has not answered. Weeks are full: ask a second person, or the circle.',
    );
    expect(await helpingOf(rui)).toEqual({ unanswered: 1, resting_since: null });
    await sweep(at('12-08T10:05'));
    expect(await mailsTo(rui)).toBe(1);
    expect(await helpingOf(rui)).toEqual({ unanswered: 1, resting_since: null });
  });

  test('asked on a Friday hears on Tuesday', async () => {
    const friday = at('12-04T15:00');
    const { rui, askId } = await asked({ at: friday });
    for (const time of ['12-05T15:00', '12-06T15:00', '12-07T15:00', '12-08T14:59']) {
      await sweep(at(time));
    }
    expect(await told(rui, `ask:${askId}`)).toBeNull();
    await sweep(at('12-08T15:00'));
    expect(await told(rui, `ask:${askId}`)).toBe('ask-to-you 2026-12-08T15:00:00.000Z');
  });

  test.each(['help', 'notNow', 'question'] as const)(
    'not once they said something: %s',
    async (act) => {
      const { noor, rui, askId } = await asked();
      await answersOf(rui, askId, MONDAY)[act]();
      for (const day of ['02', '04', '06']) await sweep(at(`12-${day}T11:00`));
      expect(await reachOf(askId)).toEqual({ nudged_at: null, unanswered_at: null });
      expect(await told(noor, `ask:${askId}`)).toBeNull();
    },
  );

  test('rests after three asks in a row, and not after an answer between them', async () => {
    const { noor, rui, askId } = await asked();
    const more = async () => openAsk(noor, { to: { person: rui }, at: MONDAY });
    await more();
    await sweep(at('12-02T11:00'));
    await sweep(at('12-04T11:00'));
    expect(await helpingOf(rui)).toEqual({ unanswered: 2, resting_since: null });
    const third = await more();
    await sweep(at('12-04T12:00'));
    await sweep(at('12-08T12:00'));
    const rests = at('12-08T12:00');
    expect(await helpingOf(rui)).toEqual({ unanswered: 3, resting_since: rests });
    await answersOf(rui, third, at('12-09T12:00')).notNow();
    expect(await helpingOf(rui)).toEqual({ unanswered: 0, resting_since: null });
    expect(askId).toBeLessThan(third);
  });

  test('and left the circle, or whom one keeps out, is told nothing; the asker hears all the same', async () => {
    for (const how of ['left', 'closed', 'blocked'] as const) {
      const { noor, rui, askId } = await asked();
      if (how === 'left') {
        const out = acrossCircles(db, 'a test').deleteFrom('membership');
        await out.where('person_id', '=', rui.personId).execute();
      } else if (how === 'closed') {
        const of = { person_id: rui.personId, by_person_id: rui.personId };
        await db.insertInto('person_deactivation').values(of).execute();
      } else {
        const of = { person_id: rui.personId, blocked_id: noor.personId };
        await db.insertInto('person_block').values(of).execute();
      }
      await sweep(at('12-02T11:00'));
      await sweep(at('12-04T11:00'));
      expect([how, await told(rui, `ask:${askId}`), await mailsTo(rui)]).toEqual([how, null, 0]);
      expect([how, await helpingOf(rui)]).toEqual([how, undefined]);
      expect(await told(noor, `ask:${askId}`)).toMatch(/^ask-unanswered/);
    }
  });
});

describe('each once', () => {
  test('two sweeps at once', async () => {
    for (let round = 0; round < 3; round++) {
      const { noor, rui, askId } = await asked();
      await Promise.all([sweep(at('12-02T11:00')), sweep(at('12-02T11:00'))]);
      expect(await mailsTo(rui)).toBe(1);
      await Promise.all([sweep(at('12-04T11:00')), sweep(at('12-04T11:00'))]);
      expect(await helpingOf(rui)).toMatchObject({ unanswered: 1 });
      await Promise.all([sweep(days(7)), sweep(days(7))]);
      expect(await askRow(askId)).toMatchObject({ nudges: 1 });
      await Promise.all([sweep(days(28)), sweep(days(28))]);
      expect(await askRow(askId)).toMatchObject({ closed_as: 'expired', version: 2 });
      expect(await told(noor, `ask:${askId}`)).toMatch(/^ask-expired/);
    }
  });

  test('after weeks without a sweep there is one nudge to each, not three', async () => {
    const { noor, rui, askId } = await asked();
    await sweep(days(16));
    expect(await mailsTo(rui)).toBe(1);
    expect(await reachOf(askId)).toEqual({ nudged_at: days(16), unanswered_at: null });
    expect(await askRow(askId)).toMatchObject({ nudges: 2, state: 'open' });
    expect(await told(noor, `ask:${askId}`)).toMatch(/^ask-still-open/);
    await sweep(days(16.1));
    expect(await mailsTo(rui)).toBe(1);
    expect(await askRow(askId)).toMatchObject({ nudges: 2 });
  });

  test('whatever the clock does', async () => {
    const { rui, askId } = await asked();
    await sweep(days(8));
    const [reach, ask] = [await reachOf(askId), await askRow(askId)];
    for (const back of [days(2), days(-30), days(7.5), days(8)]) await sweep(back);
    expect(await reachOf(askId)).toEqual(reach);
    expect(await askRow(askId)).toEqual(ask);
    expect(await mailsTo(rui)).toBe(1);
  });
});

describe('an open ask', () => {
  test('nudges its asker on days 7, 14 and 21, and closes on day 28', async () => {
    const { noor, circle } = await asked();
    const askId = await openAsk(noor, { to: { circleId: circle.id }, at: MONDAY });
    const seen: (string | null)[] = [];
    for (let hour = 1; hour <= 29 * 24; hour += 6) {
      await sweep(days(hour / 24));
      const last = await told(noor, `ask:${askId}`);
      if (seen.at(-1) !== last && last) seen.push(last);
    }
    const on = (kind: string, n: number) => `${kind} ${days(n + 1 / 24).toISOString()}`;
    expect(seen).toEqual([
      ...[7, 14, 21].map((n) => on('ask-still-open', n)),
      on('ask-expired', 28),
    ]);
    expect(await askRow(askId)).toMatchObject({ state: 'closed', closed_as: 'expired' });
  });

  test('says in its inbox for how long it has been open', async () => {
    const { noor, circle } = await asked();
    await openAsk(noor, { to: { circleId: circle.id }, at: MONDAY });
    const begins: string[] = [];
    for (const week of [1, 2]) {
      await sweep(days(7 * week));
      const items = await itemsOf(await viewer(noor), 'true', []);
      begins.push(
        ...items.map(({ text }) => text.split('.')[0] ?? '').filter((it) => /open/.test(it)),
      );
    }
    expect(new Set(begins)).toEqual(
      new Set(['Your ask has been open for one week', 'Your ask has been open for two weeks']),
    );
  });

  test('that nobody reads any more, as its asker left the circle, nudges nobody', async () => {
    const { noor, rui, circle } = await asked();
    const askId = await openAsk(noor, { to: { circleId: circle.id }, at: MONDAY });
    const leave = db.deleteFrom('membership').where('circle_id', '=', circle.id);
    await leave.where('person_id', '=', noor.personId).execute();
    await sweep(days(7));
    expect(await told(noor, `ask:${askId}`)).toBeNull();
    const alone = await openAsk(noor, { to: { circleId: circle.id }, at: MONDAY });
    await db
      .insertInto('offer')
      .values({ ask_id: alone, helper_id: rui.personId, state: 'made', made_at: MONDAY })
      .execute();
    await sweep(days(7));
    expect(await told(noor, `ask:${alone}`)).toMatch(/^ask-still-open/);
    await sweep(days(28));
    expect(await told(noor, `ask:${askId}`)).toMatch(/^ask-expired/);
  });

  test('that closed by itself tells who was asked, too, and opened again its days begin anew', async () => {
    const { noor, rui, askId } = await asked();
    await sweep(days(28));
    expect(await told(rui, `ask:${askId}`)).toMatch(/^ask-ended/);
    const [line] = await itemsOf(await viewer(rui), 'true', []);
    expect(line?.text).toBe('It closed by itself after four weeks. Thank you for reading it.');
    const asker = (await asAsker(noor, askId)) ?? expect.fail();
    await reopenAsk(asker, { now: days(30) });
    expect(await told(rui, `ask:${askId}`)).toMatch(/^ask-to-you/);
    const mails = await mailsTo(rui);
    await sweep(days(31));
    expect(await mailsTo(rui)).toBe(mails);
    expect(await askRow(askId)).toMatchObject({ nudges: 0, state: 'open' });
    await sweep(days(37));
    expect(await askRow(askId)).toMatchObject({ nudges: 1 });
  });
});

describe('a “not now”', () => {
  async function postponed(until: string) {
    const scene = await asked();
    await answersOf(scene.rui, scene.askId, MONDAY).notNow({ until });
    const offer = (await offerRow(scene.askId, scene.rui)) ?? expect.fail();
    const asker = (await asAsker(scene.noor, scene.askId)) ?? expect.fail();
    return { ...scene, offer, asker };
  }

  test('comes back on its day, on the asker’s clock, once, where they wanted it', async () => {
    const { noor, offer, asker } = await postponed('2026-12-12');
    await sweep(at('12-12T09:00'));
    expect(await told(noor, `offer:${offer.id}`)).toMatch(/^offer-answer/);
    await remindAsker(asker, offer.id, { remind: 'yes' });
    await sweep(at('12-11T23:59'));
    expect(await told(noor, `offer:${offer.id}`)).toMatch(/^offer-answer/);
    await sweep(at('12-12T07:59'));
    expect(await told(noor, `offer:${offer.id}`)).toMatch(/^offer-answer/);
    await Promise.all([sweep(at('12-12T08:00')), sweep(at('12-12T08:00'))]);
    expect(await told(noor, `offer:${offer.id}`)).toBe('offer-due 2026-12-12T08:00:00.000Z');
    await sweep(at('12-13T08:01'));
    expect(await told(noor, `offer:${offer.id}`)).toBe('offer-due 2026-12-12T08:00:00.000Z');
  });

  test('comes back when the asker’s quiet hours are over', async () => {
    const { noor, offer, asker } = await postponed('2026-12-12');
    await remindAsker(asker, offer.id, { remind: 'yes' });
    const hours = { digest_days: [5], digest_hour: 8, version: 1 };
    await db
      .insertInto('mail_hours')
      .values({ ...hours, person_id: noor.personId, quiet_from: 21 * 60, quiet_to: 9 * 60 + 30 })
      .execute();
    await sweep(at('12-12T09:29'));
    expect(await told(noor, `offer:${offer.id}`)).toMatch(/^offer-answer/);
    await sweep(at('12-12T09:30'));
    expect(await told(noor, `offer:${offer.id}`)).toBe('offer-due 2026-12-12T09:30:00.000Z');
  });

  test('not of an ask that was closed by hand; of one that closed by itself it does', async () => {
    for (const [closed_as, comes] of [
      ['unneeded', false],
      ['expired', true],
    ] as const) {
      const { noor, askId, offer, asker } = await postponed('2026-12-12');
      await remindAsker(asker, offer.id, { remind: 'yes' });
      const set = { state: 'closed', closed_at: days(1), closed_as };
      await asks.updateTable('ask').set(set).where('id', '=', askId).execute();
      await sweep(at('12-12T09:00'));
      const kind = await told(noor, `offer:${offer.id}`);
      expect([closed_as, kind?.startsWith('offer-due')]).toEqual([closed_as, comes]);
    }
  });
});
