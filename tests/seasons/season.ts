import { randomUUID } from 'node:crypto';
import type { Member } from '#app/access/proofs.ts';
import { addBook } from '#app/books/commands/add-book.server.ts';
import { bookOf } from '#app/books/queries/books.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { wrapPage } from '#app/seasons/queries/wrap.server.ts';
import { addDays } from '#app/time/days.ts';
import { circleOf, type Name, person } from '#tests/support/cast.ts';

export const day = (away: number, from = new Date()) =>
  addDays(from.toISOString().slice(0, 10), away);

/** Until the end of a day on the circle's clocks, as a facilitator says it. */
export const answerOn = (away: number) => ({ day: day(away), zone: 'UTC' });

const others: Name[] = ['Noor', 'Rui', 'Tomasz', 'Lena'];

/** A circle of the host and so many others that reads a book of two chapters. */
export async function seasonOf(members = 3, plan: { startsOn?: string; endsOn?: string } = {}) {
  const circle = await circleOf({
    timeZone: 'UTC',
    members: await Promise.all(others.slice(0, members).map((name) => person(name))),
  });
  const { bookId } = await addBook(circle.host, {
    ...{ title: 'Accelerate', subtitle: '', author: '', isbn: null, lastPage: 60 },
    submissionKey: randomUUID(),
    sections: [1, 2].map((n) => ({
      ...{ kind: 'chapter' as const, label: String(n), title: `Chapter ${n}` },
      startPage: n * 30 - 29,
    })),
  });
  const sectionIds = (await bookOf(circle.host, bookId))?.sections.map(({ id }) => id) ?? [];
  const { startsOn = day(-40), endsOn = day(20) } = plan;
  const planned = await planReading(
    circle.host,
    {
      ...{ bookId, submissionKey: randomUUID(), startsOn, endsOn, terms: plainTerms },
      milestones: [{ title: '', dueOn: endsOn, sectionIds }],
    },
    { now: new Date(`${startsOn}T00:00:00Z`) },
  );
  if (!planned.ok) throw new Error(planned.reason);
  return {
    circle,
    host: circle.host,
    members: circle.members,
    readingId: planned.readingId,
    bookId,
    sectionIds,
  };
}

/** The wrap as a member sees it. @throws when it is not open */
export async function wrapSeenBy(member: Member, readingId: number, now = new Date()) {
  const page = await wrapIfAny(member, readingId, now);
  if (!page) throw new Error('no wrap');
  return page;
}

export async function wrapIfAny(member: Member, readingId: number, now = new Date()) {
  const reading = await readingOf(member, readingId, { now });
  if (!reading) throw new Error('no reading');
  return wrapPage(member, reading, { now });
}
