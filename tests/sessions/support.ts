import { randomUUID } from 'node:crypto';
import type { Facilitator, Member, Runner } from '#app/access/proofs.ts';
import { runnerOf } from '#app/access/session-duties.server.ts';
import { addBook } from '#app/books/commands/add-book.server.ts';
import { bookOf } from '#app/books/queries/books.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { milestonesOf } from '#app/reading/queries/readings.server.ts';
import type { SessionInput } from '#app/sessions/forms.ts';
import { scheduleSession } from '#app/sessions/schedule/commands/schedule-session.server.ts';
import type { Clock } from '#app/time/clock.ts';
import type { CastCircle } from '#tests/support/cast.ts';
import { waitingAbout } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';

/** The tests’ clock. */
export const now = new Date('2098-09-01T12:00:00Z');

/** A session as a facilitator types it: half past six in Madrid. */
export function sessionForm(
  given: Partial<SessionInput> = {},
): SessionInput & { submissionKey: string } {
  return {
    title: 'Why systems surprise us',
    date: '2098-12-01',
    time: '18:30',
    zone: 'Europe/Madrid',
    minutes: 75,
    place: 'https://meet.example.org/tuesday-leads',
    facilitatorId: null,
    milestoneId: null,
    agenda: [{ title: 'Check-in', minutes: 10, deck: null, card: null }],
    submissionKey: randomUUID(),
    ...given,
  };
}

export async function sessionIn(
  facilitator: Facilitator,
  given: Partial<SessionInput> = {},
  clock: Clock = { now },
) {
  const made = await scheduleSession(
    facilitator,
    sessionForm({ zone: facilitator.circle.timeZone, ...given }),
    clock,
  );
  if (!made.ok) throw new Error(`not scheduled: ${made.reason}`);
  return made.sessionId;
}

/** The proof of whoever runs a session. */
export async function asRunner(member: Member, sessionId: number): Promise<Runner> {
  const runner = await runnerOf(member, sessionId);
  if (!runner) throw new Error('they do not run it');
  return runner;
}

/** What waits in the queue about a session. */
export const waitingJobs = (sessionId: number) => waitingAbout({ sessionId });

/** The number that calendars compare: it rises on every change. */
export async function sequenceOf(sessionId: number): Promise<number> {
  const row = await db
    .selectFrom('session')
    .select('calendar_sequence')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return row.calendar_sequence;
}

/** A book of one chapter, read until 1 December. @returns its milestone’s id */
export async function milestoneIn({ host }: CastCircle) {
  const { bookId } = await addBook(host, {
    submissionKey: randomUUID(),
    title: 'Thinking in Systems',
    subtitle: '',
    author: '',
    isbn: null,
    lastPage: 110,
    sections: [{ kind: 'chapter', label: '4', title: 'Surprises', startPage: 86 }],
  });
  const sections = (await bookOf(host, bookId))?.sections ?? [];
  await planReading(host, {
    bookId,
    submissionKey: randomUUID(),
    startsOn: '2098-08-01',
    endsOn: '2098-12-31',
    terms: plainTerms,
    milestones: [{ title: '', dueOn: '2098-12-01', sectionIds: sections.map(({ id }) => id) }],
  });
  const [milestone] = await milestonesOf(host, { now });
  if (!milestone) throw new Error('a milestone');
  return milestone.id;
}
