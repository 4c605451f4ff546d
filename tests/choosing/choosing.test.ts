import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Facilitator, Member } from '#app/access/proofs.ts';
import { castBallot, takeBackBallot } from '#app/choosing/ballot/commands/cast-ballot.server.ts';
import { cancelChoice } from '#app/choosing/commands/cancel-choice.server.ts';
import { closeChoice, closeDueChoice } from '#app/choosing/commands/close-choice.server.ts';
import { moveChoice } from '#app/choosing/commands/move-choice.server.ts';
import { openChoice } from '#app/choosing/commands/open-choice.server.ts';
import { proposeBook } from '#app/choosing/commands/propose-book.server.ts';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import {
  restoreProposal,
  withdrawProposal,
} from '#app/choosing/commands/withdraw-proposal.server.ts';
import { choiceLine, choicesOf, choicesToRank } from '#app/choosing/queries/choices.server.ts';
import { removeMember } from '#app/circles/commands/members.server.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import {
  choiceIn,
  choosing,
  closesAt,
  later,
  now,
  proposalBy,
  ranks,
  until,
  waitingJobs,
} from './support.ts';

const open = (facilitator: Facilitator) =>
  openChoice(facilitator, { ...until, submissionKey: randomUUID() }, { now });

const ballotsOf = (choiceId: number) =>
  db.selectFrom('ballot').selectAll().where('choice_id', '=', choiceId).execute();

const book = (title: string, given: { author?: string; isbn?: string } = {}) => ({
  bookId: null,
  title,
  author: given.author ?? '',
  isbn: given.isbn ?? null,
  pages: null,
  why: '',
  submissionKey: randomUUID(),
});

describe('opening', () => {
  test('two who open at once open one, and both are taken to it', async () => {
    const circle = await circleOf({ facilitators: [await person('Rui')] });
    const [rui] = circle.facilitators;
    if (!rui) throw new Error('a facilitator');
    const answers = await Promise.all([open(circle.host), open(rui)]);
    const ids = answers.map((answer) => (answer.ok ? answer.choiceId : null));
    expect(ids[0]).not.toBeNull();
    expect(ids[0]).toBe(ids[1]);
    expect(answers.filter((answer) => answer.ok && answer.already)).toHaveLength(1);
    expect(await choicesOf(circle.host, { now })).toHaveLength(1);
  });

  test('the same submit again is the same choice, also once that is over', async () => {
    const { host } = await circleOf();
    const form = { ...until, submissionKey: randomUUID() };
    const first = await openChoice(host, form, { now });
    expect(await openChoice(host, form, { now })).toEqual(first);
    if (!first.ok) throw new Error('opened');
    await cancelChoice(host, first.choiceId, { now });
    expect(await openChoice(host, form, { now })).toEqual(first);
  });

  test('an hour that never comes, the past and next year are refused', async () => {
    const { host } = await circleOf();
    const at = (date: string, time: string) =>
      openChoice(host, { ...until, date, time, submissionKey: randomUUID() }, { now });
    expect(await at('2098-08-01', '18:30')).toMatchObject({ resolved: { reason: 'past' } });
    expect(await at('2099-03-01', '18:30')).toEqual({ ok: false, reason: 'too-far' });
    const spring = new Date('2099-03-01T12:00:00Z');
    const gap = { ...until, date: '2099-03-29', time: '02:30', submissionKey: randomUUID() };
    expect(await openChoice(host, gap, { now: spring })).toMatchObject({
      resolved: { reason: 'does-not-exist' },
    });
  });

  test('the next can be opened once the time of the last is over, whether or not it was counted', async () => {
    const { host, choiceId, a } = await choosing();
    await ranks(host, choiceId, a);
    const form = { ...until, date: '2098-09-20', submissionKey: randomUUID() };
    const next = await openChoice(host, form, { now: later });
    expect(next).toMatchObject({ ok: true, already: false });
    expect(await settledChoice(host, choiceId, { now: later })).toMatchObject({
      state: 'closed',
      result: { winner: { id: a } },
    });
  });
});

describe('proposing', () => {
  test('the same book is refused, however it is written; another of that title is not', async () => {
    const { host } = await circleOf();
    const choiceId = await choiceIn(host);
    const propose = (of: ReturnType<typeof book>) => proposeBook(host, choiceId, of, { now });
    const path = book('The Manager’s Path', { author: 'Camille Fournier', isbn: '9781491973899' });
    expect(await propose(path)).toEqual({ ok: true });
    expect(await propose(path)).toEqual({ ok: true });
    const already = { ok: false, reason: 'proposed-already', title: 'The Manager’s Path' };
    expect(await propose(book("manager's path: a guide"))).toMatchObject(already);
    expect(await propose(book('El camino', { isbn: '9781491973899' }))).toMatchObject(already);
    const other = book('The Manager’s Path', { author: 'Someone Else' });
    expect(await propose(other)).toEqual({ ok: true });
  });

  test('up to twelve stand, also when two propose the last at once; a withdrawn one makes room', async () => {
    const { host, members, choiceId, a } = await choosing('Noor');
    const [noor] = members as [Member];
    for (let n = 4; n <= 11; n++) await proposalBy(host, choiceId, `Book ${n}`);
    const race = await Promise.all([
      proposeBook(host, choiceId, book('Last one'), { now }),
      proposeBook(noor, choiceId, book('Another last one'), { now }),
    ]);
    expect(race.filter(({ ok }) => ok)).toHaveLength(1);
    expect(race).toContainEqual({ ok: false, reason: 'full' });
    const of = { choiceId, proposalId: a };
    expect(await withdrawProposal(host, of, { now })).toEqual({ ok: true });
    expect(await proposeBook(noor, choiceId, book('Room again'), { now })).toEqual({ ok: true });
    expect(await restoreProposal(host, of, { now })).toEqual({ ok: false, reason: 'full' });
  });

  test('a book is withdrawn by whoever proposed it or a facilitator, and ranks come back with it', async () => {
    const { host, members, choiceId, a, b } = await choosing('Noor', 'Sam');
    const [noor, sam] = members as [Member, Member];
    const proposalId = await proposalBy(noor, choiceId, 'Deep Work');
    const of = { choiceId, proposalId };
    await ranks(sam, choiceId, proposalId, a);
    expect(await withdrawProposal(sam, of, { now })).toEqual({ ok: false, reason: 'not-yours' });
    await withdrawProposal(noor, of, { now });
    await withdrawProposal(host, of, { now });
    const without = await settledChoice(sam, choiceId, { now });
    expect(without?.withdrawn).toMatchObject([{ id: proposalId }]);
    expect(without?.mine?.ranking).toEqual([a]);
    expect(
      await castBallot(sam, choiceId, { ranking: [proposalId, b], version: 1 }, { now }),
    ).toEqual({ ok: false, reason: 'not-standing', proposalId });
    await restoreProposal(noor, of, { now });
    expect((await settledChoice(sam, choiceId, { now }))?.mine?.ranking).toEqual([proposalId, a]);
  });

  test('what belongs to another circle is not there', async () => {
    const mine = await choosing();
    const theirs = await choosing();
    const { host } = theirs;
    const of = { choiceId: mine.choiceId, proposalId: mine.a };
    const gone = { ok: false, reason: 'gone' };
    expect(await settledChoice(host, mine.choiceId, { now })).toBeNull();
    expect(await proposeBook(host, mine.choiceId, book('X'), { now })).toEqual(gone);
    expect(await withdrawProposal(host, of, { now })).toEqual(gone);
    const ballot = { ranking: [mine.a], version: 0 };
    expect(await castBallot(host, mine.choiceId, ballot, { now })).toEqual(gone);
    expect(await closeChoice(host, mine.choiceId, { now })).toEqual(gone);
    expect(await cancelChoice(host, mine.choiceId, { now })).toEqual(gone);
    const foreign = await castBallot(host, theirs.choiceId, ballot, { now });
    expect(foreign).toMatchObject({ reason: 'not-standing' });
  });

  test('stays when its proposer leaves', async () => {
    const { host, members, choiceId } = await choosing('Noor');
    const [noor] = members as [Member];
    const id = await proposalBy(noor, choiceId, 'Deep Work');
    await removeMember(host, noor.personId, '');
    const choice = await settledChoice(host, choiceId, { now });
    expect(choice?.proposals.at(-1)).toMatchObject({ id, proposedBy: { name: 'Noor' } });
  });
});

describe('a ballot', () => {
  test('is changed and taken back until it closes, and counts once', async () => {
    const { members, choiceId, a, b } = await choosing('Noor', 'Sam');
    const [noor] = members as [Member];
    await ranks(noor, choiceId, a, b);
    await ranks(noor, choiceId, b);
    expect(await settledChoice(noor, choiceId, { now })).toMatchObject({
      ranked: 1,
      members: 3,
      mine: { ranking: [b], version: 2 },
    });
    await takeBackBallot(noor, choiceId, { now });
    await takeBackBallot(noor, choiceId, { now });
    expect(await settledChoice(noor, choiceId, { now })).toMatchObject({ ranked: 0, mine: null });
  });

  test('from an older window does not undo a newer one; the same again is no change', async () => {
    const { members, choiceId, a, b } = await choosing('Noor');
    const [noor] = members as [Member];
    const cast = (ranking: number[], version: number) =>
      castBallot(noor, choiceId, { ranking, version }, { now });
    const both = await Promise.all([cast([a], 0), cast([b], 0)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: 'changed-meanwhile' });
    const kept = (await settledChoice(noor, choiceId, { now }))?.mine;
    expect(await cast(kept?.ranking ?? [], 0)).toEqual({ ok: true });
    expect((await settledChoice(noor, choiceId, { now }))?.mine?.version).toBe(1);
  });

  test('after its time is refused, also when nothing has counted yet', async () => {
    const { members, choiceId, a } = await choosing('Noor');
    const [noor] = members as [Member];
    const ballot = { ranking: [a], version: 0 };
    const over = { ok: false, reason: 'over' };
    expect(await castBallot(noor, choiceId, ballot, { now: closesAt })).toEqual(over);
    expect(await takeBackBallot(noor, choiceId, { now: closesAt })).toEqual(over);
    expect(await proposeBook(noor, choiceId, book('Late'), { now: later })).toEqual(over);
  });

  test('beside a closing either counts or is refused', async () => {
    for (let round = 0; round < 6; round++) {
      const { host, members, choiceId, a, b } = await choosing('Noor');
      const [noor] = members as [Member];
      await ranks(host, choiceId, b);
      const acts = [
        () => castBallot(noor, choiceId, { ranking: [a, b], version: 0 }, { now }),
        () => closeChoice(host, choiceId, { now }),
      ] as const;
      const order = round % 2 === 0 ? [0, 1] : [1, 0];
      const answers = await Promise.all(order.map((index) => acts[index]?.()));
      const cast = answers[order.indexOf(0)];
      const close = await db
        .selectFrom('book_choice_close')
        .select('ballots')
        .where('choice_id', '=', choiceId)
        .executeTakeFirstOrThrow();
      expect(close.ballots).toBe(cast?.ok ? 2 : 1);
      expect(await ballotsOf(choiceId)).toEqual([]);
    }
  });

  test('of someone who leaves, or whose account is closed, does not count', async () => {
    const { host, members, choiceId, a, b } = await choosing('Noor', 'Sam', 'Lena');
    const [noor, sam, lena] = members as [Member, Member, Member];
    await ranks(host, choiceId, b);
    for (const who of [noor, sam, lena]) await ranks(who, choiceId, a);
    await removeMember(host, noor.personId, '');
    expect(await settledChoice(host, choiceId, { now })).toMatchObject({ ranked: 3, members: 3 });
    await db
      .insertInto('person_deactivation')
      .values({ person_id: sam.personId, by_person_id: host.personId })
      .execute();
    expect(await settledChoice(host, choiceId, { now })).toMatchObject({ ranked: 2, members: 2 });
    await closeChoice(host, choiceId, { now });
    // One each: the book proposed later goes.
    expect(await settledChoice(host, choiceId, { now })).toMatchObject({
      ranked: 2,
      result: { winner: { id: a }, rounds: null },
    });
  });
});

describe('closing', () => {
  test('counts, keeps the rounds, and deletes the ballots; twice is once', async () => {
    const { host, members, choiceId, a, b, c } = await choosing('Noor', 'Sam', 'Lena', 'Priya');
    const [noor, sam, lena, priya] = members as [Member, Member, Member, Member];
    await ranks(host, choiceId, a);
    await ranks(noor, choiceId, a, c);
    await ranks(sam, choiceId, b, c);
    await ranks(lena, choiceId, b, a);
    await ranks(priya, choiceId, c, b);
    await Promise.all([closeChoice(host, choiceId, { now }), closeChoice(host, choiceId, { now })]);
    const choice = await settledChoice(noor, choiceId, { now });
    expect(choice).toMatchObject({
      state: 'closed',
      ranked: 5,
      members: 5,
      mine: null,
      result: { by: 'Ines', winner: { id: b } },
    });
    expect(choice?.result?.rounds).toHaveLength(2);
    expect(choice?.result?.rounds?.[0]?.moved).toEqual([{ from: c, to: b, votes: 1 }]);
    expect(await ballotsOf(choiceId)).toEqual([]);
    const jobs = await waitingJobs(choiceId);
    const told = jobs.filter(({ name }) => name === 'choice-closed');
    expect(told.map(({ personId }) => personId).sort()).toEqual(
      members.map(({ personId }) => personId).sort(),
    );
    expect(jobs.filter(({ key }) => key !== null)).toEqual([]);
  });

  test('of fewer than three ballots keeps the winner and no rounds', async () => {
    const { host, members, choiceId, a, b, c } = await choosing('Noor', 'Sam');
    const [noor] = members as [Member];
    await ranks(host, choiceId, b, a);
    await ranks(noor, choiceId, b, c);
    await closeChoice(host, choiceId, { now });
    expect((await settledChoice(noor, choiceId, { now }))?.result).toMatchObject({
      winner: { id: b },
      rounds: null,
    });
  });

  test('happens by itself at its time, as a page read late shows it, and as the job does', async () => {
    const lazily = await choosing('Noor', 'Sam');
    const byJob = await choosing('Noor', 'Sam');
    for (const { host, members, choiceId, a, b } of [lazily, byJob]) {
      for (const who of members) await ranks(who, choiceId, b, a);
      await ranks(host, choiceId, a);
    }
    const before = new Date(closesAt.getTime() - 1);
    await closeDueChoice(byJob.choiceId, { now: before });
    expect(await settledChoice(byJob.host, byJob.choiceId, { now: before })).toMatchObject({
      state: 'open',
    });
    // The job's clock may be a little ahead of this process's.
    await closeDueChoice(byJob.choiceId, { now: before, until: closesAt });
    const shown = await settledChoice(lazily.host, lazily.choiceId, { now: closesAt });
    expect(shown?.result).toMatchObject({ by: null, winner: { id: lazily.b } });
    expect(shown?.result?.at).toBe(closesAt.toISOString());
    expect((await settledChoice(byJob.host, byJob.choiceId, { now: later }))?.result).toMatchObject(
      {
        by: null,
        winner: { id: byJob.b },
      },
    );
    expect(await ballotsOf(lazily.choiceId)).toEqual([]);
  });

  test('many who read it late close it once', async () => {
    const { host, members, choiceId, a } = await choosing('Noor');
    await ranks(host, choiceId, a);
    const readers = [host, ...members, host, ...members];
    const seen = await Promise.all(
      readers.map((who) => settledChoice(who, choiceId, { now: later })),
    );
    expect(new Set(seen.map((choice) => choice?.result?.winner?.id))).toEqual(new Set([a]));
    const jobs = await waitingJobs(choiceId);
    expect(jobs.filter(({ name }) => name === 'choice-closed')).toHaveLength(2);
  });

  test('without a ballot chooses nothing, and a new time opens it again', async () => {
    const { host, members, choiceId, a } = await choosing('Noor');
    const [noor] = members as [Member];
    const closed = await settledChoice(host, choiceId, { now: later });
    expect(closed?.result).toMatchObject({ winner: null, rounds: null });
    const again = { ...until, date: '2098-09-15', version: closed?.version ?? 0 };
    expect(await moveChoice(host, choiceId, again, { now: later })).toEqual({ ok: true });
    expect(await castBallot(noor, choiceId, { ranking: [a], version: 0 }, { now: later })).toEqual({
      ok: true,
    });
    expect((await settledChoice(host, choiceId, { now: later }))?.state).toBe('open');
  });

  test('a result stays: it is not moved, cancelled or ranked any more', async () => {
    const { host, choiceId, a, b } = await choosing();
    await ranks(host, choiceId, a);
    await closeChoice(host, choiceId, { now });
    const over = { ok: false, reason: 'over' };
    expect(await moveChoice(host, choiceId, { ...until, version: 1 }, { now })).toEqual(over);
    expect(await cancelChoice(host, choiceId, { now })).toEqual(over);
    const late = { ranking: [b], version: 0 };
    expect(await castBallot(host, choiceId, late, { now })).toEqual(over);
    const of = { choiceId, proposalId: a };
    expect(await withdrawProposal(host, of, { now })).toEqual(over);
  });

  test('a withdrawn book never wins', async () => {
    const { host, members, choiceId, a, b } = await choosing('Noor', 'Sam');
    for (const who of [host, ...members]) await ranks(who, choiceId, a, b);
    await withdrawProposal(host, { choiceId, proposalId: a }, { now });
    await closeChoice(host, choiceId, { now });
    expect((await settledChoice(host, choiceId, { now }))?.result?.winner?.id).toBe(b);
  });
});

describe('another time', () => {
  test('replaces the jobs, and two who move it at once do not undo each other', async () => {
    const { host, choiceId } = await choosing('Noor');
    const move = (date: string) =>
      moveChoice(host, choiceId, { ...until, date, version: 1 }, { now });
    const both = await Promise.all([move('2098-09-10'), move('2098-09-12')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: 'changed-meanwhile' });
    const at = new Date((await settledChoice(host, choiceId, { now }))?.closesAt ?? '');
    expect(at > closesAt).toBe(true);
    const keyed = (await waitingJobs(choiceId)).filter(({ key }) => key !== null);
    expect(keyed.map(({ name, runAt }) => [name, runAt])).toEqual(
      expect.arrayContaining([
        ['close-choice', at],
        ['remind-of-choice', new Date(at.getTime() - 24 * 60 * 60_000)],
      ]),
    );
    expect(keyed).toHaveLength(2);
    // The job of the time before does nothing.
    await closeDueChoice(choiceId, { now, until: closesAt });
    expect((await settledChoice(host, choiceId, { now }))?.state).toBe('open');
  });

  test('called off, nothing is counted and nothing waits; the next can be opened', async () => {
    const { host, members, choiceId, a } = await choosing('Noor');
    for (const who of [host, ...members]) await ranks(who, choiceId, a);
    await cancelChoice(host, choiceId, { now });
    await cancelChoice(host, choiceId, { now });
    expect(await settledChoice(host, choiceId, { now })).toMatchObject({
      state: 'cancelled',
      result: null,
      cancelled: { by: 'Ines' },
    });
    expect(await ballotsOf(choiceId)).toEqual([]);
    expect((await waitingJobs(choiceId)).filter(({ key }) => key !== null)).toEqual([]);
    expect(await closeChoice(host, choiceId, { now })).toEqual({ ok: false, reason: 'cancelled' });
    expect(await choiceLine(host, { now })).toBeNull();
    expect(await open(host)).toMatchObject({ ok: true, already: false });
  });
});

describe('what needs a member', () => {
  test('a choice they have not ranked, as long as it is open', async () => {
    const { members, choiceId, a, circle } = await choosing('Noor');
    const [noor] = members as [Member];
    const waits = async (at: Date) =>
      (await choicesToRank(await viewer(noor.viewer), { now: at })).map(({ id }) => id);
    expect(await waits(now)).toEqual([choiceId]);
    expect(await waits(later)).toEqual([]);
    await ranks(noor, choiceId, a);
    expect(await waits(now)).toEqual([]);
    expect(await choiceLine(noor, { now })).toMatchObject({ mine: true, ranked: 1, members: 2 });
    expect(await choiceLine(circle.host, { now })).toMatchObject({ mine: false, ranked: 1 });
  });
});
