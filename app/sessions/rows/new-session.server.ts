import { randomUUID } from 'node:crypto';
import { wallClock } from '#app/time/wall-clock.ts';
import type { Tx } from '#db/database.server.ts';
import type { InCircle } from '#db/in-circle.server.ts';

export interface NewSession {
  title: string;
  startsAt: Date;
  /** whose clocks it was set by */
  zone: string;
  minutes: number;
  place: string;
  facilitatorId: number | null;
  milestoneId: number | null;
  createdBy: number;
  submissionKey: string;
  submissionDigest?: string;
  /** that it is the one of a series on a day: 'YYYY-MM-DD' */
  occurrence?: { seriesId: number; occursOn: string };
}

/**
 * Writes a session, and nothing of what goes with it: its agenda, its reminder, word of it.
 * @returns undefined where its key has made one, or its series has one on that day
 */
export async function insertSession(
  tx: Tx,
  { circleId }: InCircle,
  { startsAt, zone, occurrence, ...session }: NewSession,
  now: Date,
): Promise<{ id: number; sequence: number } | undefined> {
  return tx
    .insertInto('session')
    .values({
      circle_id: circleId,
      title: session.title,
      ...wallClock(startsAt, zone),
      minutes: session.minutes,
      place: session.place,
      facilitator_id: session.facilitatorId,
      milestone_id: session.milestoneId,
      series_id: occurrence?.seriesId ?? null,
      occurs_on: occurrence?.occursOn ?? null,
      calendar_uid: `${randomUUID()}@octavo`,
      created_by: session.createdBy,
      created_at: now,
      changed_at: now,
      submission_key: session.submissionKey,
      submission_digest: session.submissionDigest ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'calendar_sequence as sequence'])
    .executeTakeFirst();
}
