import { CompiledQuery } from 'kysely';
import { holdingStatement } from '#app/notifications/inbox/rows/holding-statement.server.ts';
import { todayIn } from '#app/time/days.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Executor } from '#db/database.server.ts';

interface Place {
  id: number;
  timeZone: string;
}

/** Whose items, or of what: of a circle all of them, or one person's, or those of a thread or a note. */
export interface Held {
  personId?: number | null;
  threadId?: number | null;
  noteId?: number | null;
  /** only what is held now */
  onlyHeld?: boolean;
}

const IN_CIRCLE = `i.circle_id = any($1) and i.thread_id is not null
  and ($3::bigint is null or i.person_id = $3) and ($4::bigint is null or i.thread_id = $4)
  and ($5::bigint is null or i.thing_id = $5) and (i.held or not $6::boolean)`;

const OWN = 'an inbox is one person’s, of all their circles';

/**
 * Keeps true which notes wait in the inboxes of a circle until their reader is further: called where
 * somebody reads on, a plan or a thread is opened or changes, a note says that it is about another
 * section or is taken back. One statement, in the caller's transaction.
 */
export const holdAnew = (
  tx: Executor,
  { circle }: { circle: Place },
  held: Held,
  now = new Date(),
): Promise<void> => holdIn(tx, [circle], held, now);

/** The same of several circles. */
export async function holdIn(
  tx: Executor,
  circles: readonly Place[],
  { personId = null, threadId = null, noteId = null, onlyHeld = false }: Held,
  now: Date,
): Promise<void> {
  const values = [...placesOf(circles, now), personId, threadId, noteId, onlyHeld];
  await tx.executeQuery(CompiledQuery.raw(holdingStatement(IN_CIRCLE), values));
}

/** The same of everything in one person's inbox. */
export async function holdOwnAnew(
  on: Executor,
  { personId, circles }: { personId: number; circles: readonly Place[] },
  now = new Date(),
): Promise<void> {
  const values = [...placesOf(circles, now), personId];
  await acrossCircles(on, OWN).executeQuery(
    CompiledQuery.raw(holdingStatement('i.person_id = $3'), values),
  );
}

const placesOf = (circles: readonly Place[], now: Date) => [
  circles.map(({ id }) => id),
  circles.map(({ timeZone }) => todayIn(timeZone, now)),
];
