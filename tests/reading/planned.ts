import { randomUUID } from 'node:crypto';
import type { Facilitator } from '#app/access/proofs.ts';
import { addBook } from '#app/books/commands/add-book.server.ts';
import { bookOf } from '#app/books/queries/books.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { type PlanTerms, plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import type { Answer } from '#tests/support/ask.ts';

// Pages know no other clock than the real one.
const today = todayIn('Europe/Madrid', new Date());
export const day = (days: number) => addDays(today, days);

export const terms: PlanTerms = {
  ...plainTerms,
  rhythm: 'weekly',
  weekday: 4,
  pace: 25,
  pauses: [{ label: 'Winter', from: day(40), to: day(47) }],
  wrapOn: day(24),
};

/** A book of six chapters of twenty pages. */
export async function bookIn(host: Facilitator) {
  const { bookId } = await addBook(host, {
    submissionKey: randomUUID(),
    title: 'Thinking in Systems',
    subtitle: '',
    author: '',
    isbn: null,
    lastPage: 120,
    sections: [1, 21, 41, 61, 81, 101].map((startPage, index) => ({
      kind: 'chapter' as const,
      label: String(index + 1),
      title: `Chapter title ${index + 1}`,
      startPage,
    })),
  });
  const ids = ((await bookOf(host, bookId))?.sections ?? []).map(({ id }) => id);
  return { bookId, ids };
}

/** Six chapters, two for each milestone: three days ago, in four days, in eleven; a wrap later. */
export async function readingIn(
  host: Facilitator,
  more: Partial<PlanTerms> = {},
  titles: string[] = [],
) {
  const { bookId, ids } = await bookIn(host);
  const plan = {
    startsOn: day(-10),
    endsOn: day(24),
    milestones: [-3, 4, 11].map((days, index) => ({
      title: titles[index] ?? '',
      dueOn: day(days),
      sectionIds: ids.slice(2 * index, 2 * index + 2),
    })),
    terms: { ...terms, ...more },
  };
  const made = await planReading(host, { ...plan, bookId, submissionKey: randomUUID() });
  if (!made.ok) throw new Error(made.reason);
  return { bookId, ids, plan, readingId: made.readingId };
}

/** What the form of one choice on the re-planning page holds. */
export function choiceForm({ body }: Answer, form: string) {
  const part = body.slice(body.indexOf(`aria-label="${form}"`));
  return Object.fromEntries(
    ['choice', 'upTo', 'drop', 'version', 'seen'].map((name) => [
      name,
      new RegExp(`name="${name}" value="([^"]*)"`).exec(part)?.[1] ?? '',
    ]),
  );
}
