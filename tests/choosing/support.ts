import { randomUUID } from 'node:crypto';
import type { Facilitator, Member } from '#app/access/proofs.ts';
import { castBallot } from '#app/choosing/ballot/commands/cast-ballot.server.ts';
import { openChoice } from '#app/choosing/commands/open-choice.server.ts';
import { proposeBook } from '#app/choosing/commands/propose-book.server.ts';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { circleOf, type Name, person } from '#tests/support/cast.ts';
import { waitingAbout } from '#tests/support/jobs.ts';

/** The tests’ clock: long before anything closes. */
export const now = new Date('2098-09-01T12:00:00Z');
/** Half past six in Madrid. */
export const closesAt = new Date('2098-09-08T16:30:00Z');
export const later = new Date(closesAt.getTime() + 60_000);
export const until = { date: '2098-09-08', time: '18:30', zone: 'Europe/Madrid' };

export async function choiceIn(
  facilitator: Facilitator,
  given: Partial<typeof until> = {},
  clock: Clock = { now },
): Promise<number> {
  const made = await openChoice(
    facilitator,
    { ...until, ...given, submissionKey: randomUUID() },
    clock,
  );
  if (!made.ok) throw new Error(`not opened: ${made.reason}`);
  return made.choiceId;
}

/** @returns the proposal's id */
export async function proposalBy(
  member: Member,
  choiceId: number,
  title: string,
  given: { pages?: number; why?: string } = {},
): Promise<number> {
  const answer = await proposeBook(
    member,
    choiceId,
    {
      bookId: null,
      title,
      author: '',
      isbn: null,
      pages: given.pages ?? null,
      why: given.why ?? '',
      submissionKey: randomUUID(),
    },
    { now },
  );
  if (!answer.ok) throw new Error(`not proposed: ${answer.reason}`);
  const choice = await settledChoice(member, choiceId, { now });
  const id = choice?.proposals.find((proposal) => proposal.title === title)?.id;
  if (!id) throw new Error('it is not among the proposals');
  return id;
}

/** Ranks in place of whatever the member had kept. */
export async function ranks(member: Member, choiceId: number, ...ranking: number[]): Promise<void> {
  const mine = (await settledChoice(member, choiceId, { now }))?.mine;
  const cast = await castBallot(
    member,
    choiceId,
    { ranking, version: mine?.version ?? 0 },
    { now },
  );
  if (!cast.ok) throw new Error(`not cast: ${cast.reason}`);
}

/** A circle of a host and members, with a choice of three books that is open. */
export async function choosing(...names: Name[]) {
  const circle = await circleOf({ members: await Promise.all(names.map((name) => person(name))) });
  const choiceId = await choiceIn(circle.host);
  const books: number[] = [];
  for (const title of ['Accelerate', 'Team Topologies', 'Peopleware']) {
    books.push(await proposalBy(circle.host, choiceId, title, { pages: 200 }));
  }
  const [a = 0, b = 0, c = 0] = books;
  return { circle, host: circle.host, members: circle.members, choiceId, a, b, c };
}

/** What waits in the queue about a choice, in order. */
export const waitingJobs = (choiceId: number) => waitingAbout({ choiceId });
