import { randomUUID } from 'node:crypto';
import type { Facilitator, Member } from '#app/access/proofs.ts';
import { answerSlots } from '#app/polls/commands/answer-slots.server.ts';
import { openPoll } from '#app/polls/commands/open-poll.server.ts';
import type { PollInput } from '#app/polls/forms/poll.ts';
import { pollOf } from '#app/polls/queries/poll.server.ts';
import type { PollAnswer } from '#app/polls/rules/poll.ts';
import type { Clock } from '#app/time/clock.ts';

/** The tests’ clock. */
export const now = new Date('2098-09-01T12:00:00Z');

/** A poll as a facilitator types it: three mornings in Madrid. */
export function pollForm(given: Partial<PollInput> = {}): PollInput & { submissionKey: string } {
  return {
    kind: 'dates',
    title: 'Tools',
    minutes: 60,
    place: '',
    facilitatorId: null,
    milestoneId: null,
    zone: 'Europe/Madrid',
    hides: false,
    closes: null,
    slots: ['2098-12-09', '2098-12-10', '2098-12-11'].map((date) => ({
      ...{ date, time: '08:00', choice: undefined },
    })),
    submissionKey: randomUUID(),
    ...given,
  };
}

export async function pollIn(
  facilitator: Facilitator,
  given: Partial<PollInput> = {},
  clock: Clock = { now },
) {
  const opened = await openPoll(facilitator, pollForm(given), clock);
  if (!opened.ok) throw new Error(`not opened: ${opened.reason}`);
  return opened.pollId;
}

export async function viewOf(member: Member, pollId: number, clock: Clock = { now }) {
  const poll = await pollOf(member, pollId, clock);
  if (!poll) throw new Error('no such poll');
  return poll;
}

/** Answers the slots of a poll in their order; null leaves one out. */
export async function answerAll(
  member: Member,
  pollId: number,
  answers: readonly (PollAnswer | null)[],
  { key = randomUUID(), clock = { now } }: { key?: string; clock?: Clock } = {},
) {
  const { slots } = await viewOf(member, pollId, clock);
  const said = slots.flatMap(({ id }, at) => {
    const answer = answers[at];
    return answer ? [{ slotId: id, answer }] : [];
  });
  return answerSlots(member, pollId, { key, answers: said }, clock);
}

/** What a member has said to each slot. */
export const saidBy = async (member: Member, pollId: number, clock: Clock = { now }) =>
  (await viewOf(member, pollId, clock)).slots.map(({ answers }) => answers[0] ?? null);

/** Three mornings in a month from a moment. */
export const soonSlots = (at: Date) =>
  [30, 31, 32].map((days) => ({
    date: new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10),
    time: '08:00',
    choice: undefined,
  }));
