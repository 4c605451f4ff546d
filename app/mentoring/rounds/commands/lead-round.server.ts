import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { lockedRound } from '#app/mentoring/rounds/rows/locked-round.server.ts';
import { nextInRound, sendWritten } from '#app/mentoring/rounds/rows/round-asks.server.ts';
import { canOpen } from '#app/mentoring/rounds/rules/round.ts';
import { mayRun } from '#app/sessions/rules/session.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

type Led<Reason extends string> =
  /** before: somebody else had done it */
  { ok: true; before: boolean } | { ok: false; reason: 'gone' | 'not-yours' | Reason };

interface At {
  now?: Date;
}

/**
 * Opens a round: all that is written goes to the session at once, and the first is read. Who opens it
 * second finds it open.
 */
export async function openRound(
  member: Member,
  sessionId: number,
  { now = new Date() }: At = {},
): Promise<Led<'not-now'>> {
  return leading(member, sessionId, async (tx, { stage, session }) => {
    if (stage !== 'before') return { ok: true, before: true };
    if (!canOpen(session, now)) return { ok: false, reason: 'not-now' };
    const [first = null] = await sendWritten(tx, member, sessionId, now);
    await write(tx, member, sessionId, {
      ...{ opened_at: now, opened_by: member.personId, reading_person_id: first },
    });
    return { ok: true, before: false };
  });
}

/**
 * Goes on to the next ask. @param from the person id of whose turn was on the page, null for nobody's:
 * where it is another's by now, somebody has gone on already, and nothing is done
 */
export async function goOn(
  member: Member,
  sessionId: number,
  from: number | null,
  { now = new Date() }: At = {},
): Promise<Led<'not-open'>> {
  return leading(member, sessionId, async (tx, { stage, readingId }) => {
    if (stage !== 'reading') return { ok: false, reason: 'not-open' };
    if (readingId !== from) return { ok: true, before: true };
    await markAsRead(tx, member, sessionId, readingId, now);
    const next = await nextInRound(tx, member, sessionId);
    await write(tx, member, sessionId, { reading_person_id: next });
    return { ok: true, before: false };
  });
}

/** Closes a round. What was not read is open like the rest. Twice is once. */
export async function closeRound(
  member: Member,
  sessionId: number,
  { now = new Date() }: At = {},
): Promise<Led<'not-open'>> {
  return leading(member, sessionId, async (tx, { stage, readingId }) => {
    if (stage === 'before') return { ok: false, reason: 'not-open' };
    if (stage === 'closed') return { ok: true, before: true };
    await markAsRead(tx, member, sessionId, readingId, now);
    await write(tx, member, sessionId, { closed_at: now, reading_person_id: null });
    return { ok: true, before: false };
  });
}

/** Opens again what was closed: it goes on where it was. */
export async function reopenRound(
  member: Member,
  sessionId: number,
  { now = new Date() }: At = {},
): Promise<Led<'not-now'>> {
  return leading(member, sessionId, async (tx, { stage, session }) => {
    if (stage !== 'closed') return { ok: true, before: true };
    if (!canOpen(session, now)) return { ok: false, reason: 'not-now' };
    const next = await nextInRound(tx, member, sessionId);
    await write(tx, member, sessionId, { closed_at: null, reading_person_id: next });
    return { ok: true, before: false };
  });
}

type Round = NonNullable<Awaited<ReturnType<typeof lockedRound>>>;

function leading<R extends string>(
  member: Member,
  sessionId: number,
  lead: (tx: Tx, round: Round) => Promise<Led<R>>,
): Promise<Led<R>> {
  return db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, member, sessionId);
    if (!round) return { ok: false, reason: 'gone' };
    if (!mayRun(member, round.facilitatorId)) return { ok: false, reason: 'not-yours' };
    return lead(tx, round);
  });
}

async function write(
  tx: Tx,
  member: Member,
  sessionId: number,
  columns: {
    opened_at?: Date;
    opened_by?: number;
    closed_at?: Date | null;
    reading_person_id: number | null;
  },
): Promise<void> {
  await tx
    .updateTable('ask_round')
    .set(columns)
    .where(inCircle(member, 'ask_round'))
    .where('session_id', '=', sessionId)
    .execute();
}

async function markAsRead(
  tx: Tx,
  { circleId }: Member,
  sessionId: number,
  personId: number | null,
  now: Date,
): Promise<void> {
  if (personId === null) return;
  await sql`
    update round_ask set read_at = ${now}
    where circle_id = ${circleId} and session_id = ${sessionId} and person_id = ${personId}
      and turn is not null and read_at is null`.execute(tx);
}
