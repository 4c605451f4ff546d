import { CompiledQuery } from 'kysely';
import { knownOccasion } from '#app/notifications/inbox/rows/all-occasions.server.ts';
import { tellStatement } from '#app/notifications/inbox/rows/tell-statement.server.ts';
import type { OccasionKind, Occasions } from '#app/notifications/rules/occasions.ts';
import { todayIn } from '#app/time/days.ts';
import type { Executor } from '#db/database.server.ts';

/** Something that happened in a circle. */
export interface Happened<K extends OccasionKind> {
  occasion: K;
  /** the id of its thing; null where the circle is the thing */
  thing: number | null;
  /** the thread that is in */
  threadId?: number;
  detail: Occasions[K];
  /** the id of who did it, whose own line is read already; null when nobody did */
  by: number | null;
  at: Date;
}

interface Whom {
  /** ids of members who are not told */
  except?: readonly number[];
  /** ids of the only members who are told */
  only?: readonly number[];
}

/**
 * Puts what happened into the inboxes of a circle's members, in the caller's transaction and in one
 * statement, however many they are. Their mail follows from what each wants to hear.
 */
export async function tell<K extends OccasionKind>(
  tx: Executor,
  { circleId, circle }: { circleId: number; circle?: { timeZone: string } },
  { occasion, thing, threadId, detail, by, at }: Happened<K>,
  { except = [], only }: Whom = {},
): Promise<void> {
  const kind = knownOccasion(occasion);
  const values = [
    ...[circleId, thing, threadId ?? null, by, JSON.stringify(detail), at],
    ...[except, only ?? null, kind.topic(thing), occasion],
    circle ? todayIn(circle.timeZone, at) : null,
  ];
  await tx.executeQuery(CompiledQuery.raw(tellStatement(kind), values));
}
