import { randomUUID } from 'node:crypto';
import type { Facilitator, Member } from '#app/access/proofs.ts';
import { openRound } from '#app/mentoring/rounds/commands/lead-round.server.ts';
import { writeRoundAsk } from '#app/mentoring/rounds/commands/write-round-ask.server.ts';
import { roundOf } from '#app/mentoring/rounds/queries/round.server.ts';
import { setRound } from '#app/sessions/agenda/commands/set-round.server.ts';
import { now, sessionIn } from '#tests/sessions/support.ts';

/** When the session of the tests begins. */
export const begins = new Date('2098-12-01T17:30:00Z');

export const roundAskForm = (given: { title?: string; body?: string; version?: number } = {}) => ({
  title: 'Who would read my first page?',
  body: 'It has the word I eleven times.',
  version: 0,
  submissionKey: randomUUID(),
  ...given,
});

/** A session at which everybody asks. @returns its id */
export async function roundIn(facilitator: Facilitator): Promise<number> {
  const sessionId = await sessionIn(facilitator);
  const set = await setRound(facilitator, sessionId, { now });
  if (!set.ok) throw new Error(`not set: ${set.reason}`);
  return sessionId;
}

/** What a member brings. @returns the id of the ask */
export async function writtenBy(member: Member, sessionId: number, title?: string, at = now) {
  const written = await writeRoundAsk(member, sessionId, roundAskForm(title ? { title } : {}), {
    now: at,
  });
  if (!written.ok) throw new Error(`not written: ${written.reason}`);
  const view = await roundOf(member, sessionId, { now: at });
  return view?.mine.ask?.id ?? 0;
}

export async function opened(member: Member, sessionId: number) {
  const led = await openRound(member, sessionId, { now: begins });
  if (!led.ok) throw new Error(`not opened: ${led.reason}`);
}

/** The round as somebody sees it then; there is one. */
export async function seenBy(member: Member, sessionId: number, at = begins) {
  const view = await roundOf(member, sessionId, { now: at });
  if (!view?.round) throw new Error('no round');
  return { ...view, round: view.round };
}
