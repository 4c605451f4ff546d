import { describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { changeReading } from '#app/reading/plan/commands/change-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { endSeason, reopenSeason } from '#app/seasons/commands/end-season.server.ts';
import { recommit } from '#app/seasons/commands/recommit.server.ts';
import { remindOfWrap } from '#app/seasons/commands/remind-of-wrap.server.ts';
import { settleList } from '#app/seasons/commands/settle-list.server.ts';
import { turnSeasons } from '#app/seasons/commands/turn-seasons.server.ts';
import {
  restoreTakeaway,
  takeBackTakeaway,
  writeTakeaway,
} from '#app/seasons/commands/write-takeaway.server.ts';
import { openedToMail } from '#app/seasons/queries/mail.server.ts';
import { lastWrap, wrapsWaiting } from '#app/seasons/queries/waiting.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { mailTo, runJobs } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { answerOn, day, seasonOf, wrapIfAny, wrapSeenBy } from './season.ts';

type Two = [Member, Member, Member];
const DAY = 24 * 60 * 60_000;

async function ended(members = 3) {
  const season = await seasonOf(members);
  expect(await endSeason(season.host, season.readingId, answerOn(10))).toEqual({ ok: true });
  const [noor, rui, tomasz] = season.members as Two;
  return { ...season, noor, rui, tomasz };
}

const subjects = async (who: Member) =>
  (await mailTo(who.viewer.email)).map(({ subject }) => subject);

describe('a wrap', () => {
  test('opens with the end of a reading, once, and tells everyone but who ended it', async () => {
    const { host, noor, readingId, members } = await ended();
    expect(await endSeason(host, readingId, answerOn(20))).toEqual({ ok: true });
    const { recommitting } = await wrapSeenBy(noor, readingId);
    expect(recommitting.answerBy.slice(0, 10)).toBe(day(10));
    expect(await wrapsWaiting(noor.viewer)).toMatchObject([{ readingId, book: 'Accelerate' }]);
    for (const member of members) {
      expect(await subjects(member)).toEqual(['Tuesday leads: the end of Accelerate']);
    }
    expect(await subjects(host)).toEqual([]);
  });

  test('needs a day to answer by that is to come', async () => {
    const { host, readingId } = await seasonOf();
    for (const away of [-1, 0, 61]) {
      const refused = await endSeason(host, readingId, answerOn(away));
      expect(refused).toEqual({ ok: false, reason: 'answer-day' });
    }
    expect(await wrapIfAny(host, readingId)).toBeNull();
    const { host: other } = await seasonOf();
    expect(await endSeason(other, readingId, answerOn(5))).toEqual({ ok: false, reason: 'gone' });
  });

  test('opens by itself the day after the last, unless that is long past', async () => {
    const { host, readingId } = await seasonOf(3, { startsOn: day(-40), endsOn: day(-1) });
    const old = await seasonOf(1, { startsOn: day(-80), endsOn: day(-8) });
    const goesOn = await seasonOf(1, { startsOn: day(-80), endsOn: day(0) });
    await turnSeasons();
    await turnSeasons();
    const wrap = await db
      .selectFrom('wrap')
      .selectAll()
      .where('reading_id', '=', readingId)
      .execute();
    expect(wrap).toMatchObject([{ opened_by: null, time_zone: 'UTC' }]);
    expect(await subjects(host)).toEqual(['Tuesday leads: the end of Accelerate']);
    expect(await wrapIfAny(old.host, old.readingId)).toBeNull();
    expect(await wrapIfAny(goesOn.host, goesOn.readingId)).toBeNull();
    // A facilitator can still wrap up the old one; it ended on its day.
    expect(await endSeason(old.host, old.readingId, answerOn(3))).toEqual({ ok: true });
    expect(await wrapIfAny(old.host, old.readingId)).not.toBeNull();
  });

  test('is taken back when the reading goes on, and what was written comes back with it', async () => {
    const { host, noor, readingId } = await ended();
    expect(
      await writeTakeaway(noor, readingId, { body: 'Slack is a choice.', version: 0 }),
    ).toEqual({ ok: true });
    await recommit(noor, readingId, 'staying');
    expect(await reopenSeason(host, readingId)).toEqual({ ok: true });
    expect(await wrapIfAny(noor, readingId)).toBeNull();
    expect(await wrapsWaiting(host.viewer)).toEqual([]);
    expect(await recommit(noor, readingId, 'leaving')).toEqual({ ok: false, reason: 'no-wrap' });
    await endSeason(host, readingId, answerOn(5));
    const again = await wrapSeenBy(noor, readingId);
    expect(again.mine?.body).toBe('Slack is a choice.');
    expect(again.recommitting).toMatchObject({ mine: null, counted: { answered: 0, of: 4 } });
    expect((await wrapSeenBy(host, readingId)).others).toHaveLength(1);
  });

  test('is asked about only while the reading has ended', async () => {
    const { host, readingId } = await seasonOf();
    const cookie = await signInCookie(host.viewer);
    const reading = `/circles/${host.circle.slug}/reading`;
    const asked = () => ask(`${reading}/${readingId}/reopening`, { cookie });
    expect(await asked()).toMatchObject({ status: 302, location: reading });
    await endSeason(host, readingId, answerOn(10));
    expect((await asked()).body).toContain('Take Accelerate up again?');
  });

  test('is taken back when the plan is made longer, and opens anew at its end', async () => {
    const { host, readingId, sectionIds } = await seasonOf(3, {
      startsOn: day(-40),
      endsOn: day(-1),
    });
    await turnSeasons();
    const milestones = [{ title: '', dueOn: day(3), sectionIds }];
    const plan = { startsOn: day(-40), endsOn: day(3), terms: plainTerms, milestones };
    const longer = await changeReading(host, readingId, { ...plan, version: 1 });
    expect(longer).toMatchObject({ ok: true });
    expect(await wrapIfAny(host, readingId)).toBeNull();
    await turnSeasons();
    expect(
      await db
        .selectFrom('wrap')
        .select('reading_id')
        .where('reading_id', '=', readingId)
        .execute(),
    ).toEqual([]);
  });
});

describe('staying', () => {
  test('is private until all have answered: then the list names only who stays', async () => {
    const { host, noor, rui, tomasz, readingId } = await ended();
    await recommit(noor, readingId, 'staying');
    await recommit(rui, readingId, 'leaving');
    expect(await recommit(tomasz, readingId, 'unsure')).toEqual({ ok: true, list: 'closed' });
    for (const viewer of [host, noor, tomasz]) {
      const { recommitting } = await wrapSeenBy(viewer, readingId);
      expect(recommitting).toMatchObject({
        staying: [],
        open: false,
        counted: { answered: 2, of: 4 },
      });
    }
    const cookie = await signInCookie(host.viewer);
    const path = `/circles/${host.circle.slug}/reading/${readingId}/wrap`;
    for (const address of [path, `${path}.data`]) {
      const { body } = await ask(address, { cookie });
      expect(body).toContain('Accelerate');
      expect(body).not.toContain('Noor');
      expect(body).not.toContain('Rui');
    }
    await recommit(host, readingId, 'staying');
    expect(await recommit(tomasz, readingId, 'leaving')).toEqual({ ok: true, list: 'opened-now' });
    const open = (await wrapSeenBy(rui, readingId)).recommitting;
    expect(open).toMatchObject({ open: true, counted: null, mine: 'leaving' });
    expect(open.staying.map(({ name }) => name)).toEqual(['Ines', 'Noor']);
    const shown = (await ask(path, { cookie })).body;
    expect(shown).toContain('Noor');
    expect(shown).not.toContain('Tomasz');
    expect(shown).not.toContain('Rui');
  });

  test('of the last two at once opens the list once, and mails once', async () => {
    const { host, noor, rui, tomasz, readingId } = await ended();
    await recommit(noor, readingId, 'staying');
    await recommit(rui, readingId, 'leaving');
    const both = await Promise.all([
      recommit(host, readingId, 'staying'),
      recommit(tomasz, readingId, 'leaving'),
    ]);
    expect(both.filter((one) => one.ok && one.list === 'opened-now')).toHaveLength(1);
    const told = (await subjects(rui)).filter((subject) => /who stays/.test(subject ?? ''));
    expect(told).toEqual(['Tuesday leads: who stays for the next book']);
    const [mail] = await mailTo(rui.viewer.email);
    expect(mail?.text).not.toMatch(/Noor|Ines|Tomasz/);
  });

  test('after the list opened can be added, and not taken back', async () => {
    const { host, noor, rui, readingId } = await ended();
    await recommit(noor, readingId, 'leaving');
    const late = new Date(Date.now() + 11 * DAY);
    const at = { now: late };
    expect(await recommit(rui, readingId, 'leaving', at)).toEqual({
      ok: false,
      reason: 'list-open',
    });
    expect(await recommit(noor, readingId, 'staying', at)).toEqual({ ok: true, list: 'was-open' });
    expect(await recommit(noor, readingId, 'leaving', at)).toEqual({
      ok: false,
      reason: 'list-open',
    });
    const { recommitting } = await wrapSeenBy(host, readingId, late);
    expect(recommitting.staying.map(({ name }) => name)).toEqual(['Noor']);
    expect(await lastWrap(host, at)).toMatchObject({ open: true, readingId });
    expect(await wrapsWaiting(rui.viewer, at)).toEqual([]);
  });

  test('does not wait for somebody who left, nor keep what they said', async () => {
    const { circle, host, noor, rui, tomasz, readingId } = await ended();
    await recommit(noor, readingId, 'staying');
    await recommit(rui, readingId, 'staying');
    await recommit(host, readingId, 'leaving');
    await leaveCircle(noor);
    expect((await wrapSeenBy(host, readingId)).recommitting).toMatchObject({
      open: false,
      counted: null,
    });
    await leaveCircle(tomasz);
    await turnSeasons();
    const { recommitting } = await wrapSeenBy(rui, readingId);
    expect(recommitting.staying.map(({ name }) => name)).toEqual(['Rui']);
    // Whoever was removed while answering finds no circle.
    await expect(recommit(noor, readingId, 'staying')).rejects.toMatchObject({ code: '23503' });
    const cookie = await signInCookie(noor.viewer);
    const path = `/circles/${circle.slug}/reading/${readingId}/wrap/recommitment`;
    expect((await ask(path, { cookie, form: { answer: 'staying' } })).status).toBe(404);
  });

  test('reminds only who has not answered, and never a closed account', async () => {
    const { host, noor, rui, tomasz, readingId, circle } = await ended();
    await recommit(noor, readingId, 'leaving');
    await recommit(rui, readingId, 'unsure');
    await db.insertInto('person_deactivation').values({ person_id: tomasz.personId }).execute();
    await runJobs();
    const wrap = await db
      .selectFrom('wrap')
      .select('opened_at')
      .where('reading_id', '=', readingId)
      .executeTakeFirstOrThrow();
    const of = { circleId: circle.id, readingId, openedAt: wrap.opened_at.toISOString() };
    await remindOfWrap({ ...of, openedAt: new Date(0).toISOString() });
    await remindOfWrap(of);
    const reminded = async (who: Member) =>
      (await subjects(who)).filter((subject) => /will you stay/.test(subject ?? '')).length;
    expect(await reminded(noor)).toBe(0);
    expect(await reminded(rui)).toBe(1);
    expect(await reminded(host)).toBe(1);
    expect(await subjects(tomasz)).toEqual([]);
    // nor does the list wait for it
    await recommit(rui, readingId, 'staying');
    expect(await recommit(host, readingId, 'staying')).toEqual({ ok: true, list: 'opened-now' });
    const late = new Date(Date.now() + 11 * DAY);
    await settleList({ circleId: circle.id, readingId }, { now: late });
    expect((await subjects(host)).filter((s) => /who stays/.test(s ?? ''))).toHaveLength(1);
  });

  test('asks and reminds nobody any more once its day is over, however late the mail is', async () => {
    const season = await seasonOf();
    const [noor] = season.members as [Member];
    const then = { now: new Date(Date.now() - 10 * DAY) };
    await endSeason(season.host, season.readingId, answerOn(-1), then);
    const wrap = { opened_at: then.now };
    const { readingId } = season;
    const openedAt = wrap.opened_at.toISOString();
    const of = { circleId: season.circle.id, readingId, openedAt };
    // Before the job that opens the list has run.
    expect(await openedToMail({ ...of, personId: noor.personId })).toBeNull();
    await remindOfWrap(of);
    const subjectsTo = (await mailTo(noor.viewer.email)).map(({ subject }) => subject);
    expect(subjectsTo.filter((subject) => !/who stays/.test(subject))).toEqual([]);
  });
});

describe('a takeaway', () => {
  test('is one a member, changed only from what was seen, and taken back with Undo', async () => {
    const { host, noor, readingId } = await ended();
    const write = (body: string, version: number) =>
      writeTakeaway(noor, readingId, { body, version });
    await Promise.all([write('Once.', 0), write('Once.', 0)]);
    const seen = async () => (await wrapSeenBy(host, readingId)).others;
    expect(await seen()).toMatchObject([{ name: 'Noor', html: '<p>Once.</p>', edited: false }]);
    expect(await write('Another.', 0)).toMatchObject({
      ok: false,
      reason: 'changed',
      theirs: { version: 1 },
    });
    expect(await write('Another.', 1)).toEqual({ ok: true });
    expect(await seen()).toMatchObject([{ html: '<p>Another.</p>', edited: true }]);
    await takeBackTakeaway(noor, readingId);
    expect(await takeBackTakeaway(noor, readingId)).toEqual({ ok: true });
    expect(await seen()).toEqual([]);
    expect((await wrapSeenBy(noor, readingId)).mine).toMatchObject({
      body: 'Another.',
      takenBack: true,
    });
    await restoreTakeaway(noor, readingId);
    expect(await seen()).toHaveLength(1);
  });

  test('stays when its author leaves, who then writes nothing more', async () => {
    const { host, noor, readingId } = await ended();
    await writeTakeaway(noor, readingId, { body: 'Kept.', version: 0 });
    await leaveCircle(noor);
    expect((await wrapSeenBy(host, readingId)).others).toMatchObject([{ name: 'Noor' }]);
    const late = await writeTakeaway(noor, readingId, { body: 'Late.', version: 1 });
    expect(late).toEqual({ ok: false, reason: 'not-member' });
  });

  test('is refused beside its field, with what was typed', async () => {
    const { host, noor, readingId } = await ended();
    const cookie = await signInCookie(noor.viewer);
    const path = `/circles/${host.circle.slug}/reading/${readingId}/wrap`;
    const long = await ask(path, {
      cookie,
      form: { body: `Long ${'x'.repeat(2_000)}`, version: '0' },
    });
    expect(long.status).toBe(422);
    expect(long.body).toContain('Keep it to 2,000 characters.');
    expect(long.body).toContain('Long xxx');
    await reopenSeason(host, readingId);
    const early = await ask(path, { cookie, form: { body: 'Too early', version: '0' } });
    expect(early.status).toBe(422);
  });
});
