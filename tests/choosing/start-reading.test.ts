import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { addBook } from '#app/books/commands/add-book.server.ts';
import { booksOf } from '#app/books/queries/books.server.ts';
import { closeChoice } from '#app/choosing/commands/close-choice.server.ts';
import { proposeBook } from '#app/choosing/commands/propose-book.server.ts';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import { startWinner } from '#app/choosing/commands/start-reading.server.ts';
import { choiceLine, choicesOf } from '#app/choosing/queries/choices.server.ts';
import { startDefaults } from '#app/choosing/queries/start-defaults.server.ts';
import { unreadBooks } from '#app/choosing/queries/unread-books.server.ts';
import { weeksFor } from '#app/choosing/rules/choice.ts';
import { firstPlan, nextStart } from '#app/reading/plan/rules/first-plan.ts';
import { readingOf, readingsAhead } from '#app/reading/queries/readings.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { choiceIn, choosing, now, ranks } from './support.ts';

const asked = { startsOn: '2098-09-15', weeks: 4 };

/** A circle whose choice has closed on a book that was typed. */
async function chosen() {
  const made = await choosing('Noor');
  await ranks(made.host, made.choiceId, made.a);
  await closeChoice(made.host, made.choiceId, { now });
  return made;
}

describe('the winner becomes the reading', () => {
  test('once, with its book, whatever the number of presses', async () => {
    const { host, members, choiceId } = await chosen();
    const [noor] = members as [Member];
    const both = await Promise.all([
      startWinner(host, choiceId, asked, [], { now }),
      startWinner(host, choiceId, { ...asked, weeks: 8 }, [], { now }),
    ]);
    expect(both[0]).toEqual(both[1]);
    const [answer] = both;
    if (!answer?.ok) throw new Error('started');
    expect(answer.bare).toBe(true);
    expect(await booksOf(noor)).toMatchObject([{ id: answer.bookId, title: 'Accelerate' }]);
    expect(await readingsAhead(noor, { now })).toMatchObject([
      { id: answer.readingId, startsOn: '2098-09-15', milestones: [], state: 'coming' },
    ]);
    expect((await settledChoice(noor, choiceId, { now }))?.result?.readingId).toBe(
      answer.readingId,
    );
    expect(await choicesOf(noor, { now })).toMatchObject([{ readingId: answer.readingId }]);
    expect(await choiceLine(noor, { now })).toBeNull();
  });

  test('not beside another reading, and then no book is left behind', async () => {
    const { host, choiceId } = await chosen();
    await startWinner(host, choiceId, asked, [], { now });
    const next = await choiceIn(host);
    const proposal = {
      bookId: null,
      title: 'Another',
      author: '',
      isbn: null,
      pages: null,
      why: '',
      submissionKey: randomUUID(),
    };
    await proposeBook(host, next, proposal, { now });
    const [book] = (await settledChoice(host, next, { now }))?.proposals ?? [];
    await ranks(host, next, book?.id ?? 0);
    await closeChoice(host, next, { now });
    const refused = await startWinner(host, next, asked, [], { now });
    expect(refused).toMatchObject({ ok: false, reason: 'overlaps', title: 'Accelerate' });
    expect(await booksOf(host)).toHaveLength(1);
    const after = { startsOn: '2098-10-20', weeks: 4 };
    expect(await startWinner(host, next, after, [], { now })).toMatchObject({ ok: true });
  });

  test('of the circle’s own book, with milestones at its sessions or by the week', async () => {
    const { host } = await circleOf({ members: [await person('Noor')] });
    const { bookId } = await addBook(host, {
      submissionKey: randomUUID(),
      title: 'Thinking in Systems',
      subtitle: '',
      author: '',
      isbn: null,
      lastPage: 120,
      sections: [1, 2, 3, 4].map((n) => ({
        kind: 'chapter' as const,
        label: String(n),
        title: `Part ${n}`,
        startPage: n * 30 - 29,
      })),
    });
    expect(await unreadBooks(host)).toMatchObject([{ id: bookId }]);
    const choiceId = await choiceIn(host);
    const form = { bookId, why: '', submissionKey: randomUUID() };
    expect(await proposeBook(host, choiceId, form, { now })).toEqual({ ok: true });
    const [proposal] = (await settledChoice(host, choiceId, { now }))?.proposals ?? [];
    expect(proposal).toMatchObject({ bookId, pages: 120, title: 'Thinking in Systems' });
    await ranks(host, choiceId, proposal?.id ?? 0);
    await closeChoice(host, choiceId, { now });
    if (!proposal) throw new Error('a proposal');
    expect(await startDefaults(host, proposal, { now })).toEqual({
      defaults: { startsOn: '2098-09-08', weeks: 4 },
      planned: true,
    });
    const sessions = ['2098-09-10', '2098-09-22', '2098-10-06', '2098-11-20'];
    const started = await startWinner(host, choiceId, asked, sessions, { now });
    if (!started.ok) throw new Error(started.reason);
    expect(started).toMatchObject({ bookId, bare: false });
    const reading = await readingOf(host, started.readingId, { now });
    expect(reading?.milestones.map(({ dueOn, short }) => [dueOn, short])).toEqual([
      ['2098-09-22', 'Ch. 1–2'],
      ['2098-10-06', 'Ch. 3–4'],
    ]);
    expect(reading?.endsOn).toBe('2098-10-13');
    expect(await unreadBooks(host)).toEqual([]);
  });

  test('not while it is open, without a winner, or from another circle', async () => {
    const { host, choiceId } = await choosing();
    const start = () => startWinner(host, choiceId, asked, [], { now });
    expect(await start()).toEqual({ ok: false, reason: 'no-winner' });
    await closeChoice(host, choiceId, { now });
    expect(await start()).toEqual({ ok: false, reason: 'no-winner' });
    const theirs = await chosen();
    expect(await startWinner(host, theirs.choiceId, asked, [], { now })).toEqual({
      ok: false,
      reason: 'gone',
    });
    expect(await booksOf(host)).toEqual([]);
  });
});

describe('when it is read', () => {
  test('starts on the Monday after today and after what is planned', () => {
    expect(nextStart('2026-11-24', [])).toBe('2026-11-30');
    expect(nextStart('2026-11-30', [])).toBe('2026-12-07');
    expect(nextStart('2026-11-24', ['2026-12-20', '2026-12-06'])).toBe('2026-12-21');
  });

  test('takes as long as thirty pages a week, between two weeks and ten', () => {
    expect([null, 20, 60, 61, 240, 900].map(weeksFor)).toEqual([6, 2, 2, 3, 8, 10]);
  });

  test('without sessions its milestones come by the week', () => {
    const sections = [1, 2, 3].map((id) => ({
      id,
      kind: 'chapter' as const,
      startPage: id * 10 - 9,
      endPage: id * 10,
    }));
    const plan = firstPlan(sections, { startsOn: '2026-11-30', weeks: 3 }, ['2026-12-05']);
    expect(plan.milestones.map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-07',
      '2026-12-14',
      '2026-12-21',
    ]);
    expect(plan.endsOn).toBe('2026-12-21');
  });
});
