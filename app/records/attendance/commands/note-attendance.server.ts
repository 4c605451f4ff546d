import type { Runner } from '#app/access/proofs.ts';
import { type Came, type Note, type Noting, noteBeside } from '#app/records/attendance/rules.ts';
import { hasRecord } from '#app/records/rules.ts';
import { lockedSession } from '#app/sessions/rows/session-row.server.ts';
import { endOf, mayRun } from '#app/sessions/rules/session.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/** What stands of somebody that a page said otherwise. */
export interface Standing {
  personId: number;
  /** '': it was taken back */
  note: Note;
  /** whose note it is; null where they left */
  by: string | null;
}

type Result =
  /** lost: of so many nothing is noted, since they are in the circle no more */
  | { ok: true; lost: number }
  | { ok: false; reason: 'not-member' }
  | { ok: false; reason: 'gone' }
  | { ok: false; reason: 'no-record' }
  | { ok: false; reason: 'differing'; standing: Standing[] };

/**
 * Notes who came to a session. Two who note different people both do; where they note the same one
 * otherwise, the second hears what the first said, and what else they noted is kept.
 */
export async function noteAttendance(
  runner: Runner,
  people: readonly Noting[],
  { now = new Date() } = {},
): Promise<Result> {
  const { circleId, sessionId, personId } = runner;
  return db.transaction().execute(async (tx): Promise<Result> => {
    const here = await heldMembers(tx, runner);
    if (!here.some((one) => one.person_id === personId)) return { ok: false, reason: 'not-member' };
    const session = await lockedSession(tx, runner, sessionId);
    if (!session || !mayRun(runner, session.facilitator_id)) return { ok: false, reason: 'gone' };
    if (!hasRecord(session, now)) return { ok: false, reason: 'no-record' };
    const kept = await keptOf(tx, runner);
    const wereThere = new Set(kept.keys());
    for (const { person_id, joined_at } of here) {
      if (joined_at.getTime() < endOf(session)) wereThere.add(person_id);
    }
    const isHere = new Set(here.map((one) => one.person_id));
    const known = people.filter((one) => isHere.has(one.personId) && wereThere.has(one.personId));
    const notes = new Map([...kept].map(([id, { note }]) => [id, note]));
    const { toWrite, differing } = noteBeside(known, notes);
    const noted = toWrite.filter(({ came }) => came !== '');
    if (noted.length > 0) {
      await tx
        .insertInto('session_attendance')
        .values(
          noted.map((one) => ({
            ...{ circle_id: circleId, session_id: sessionId, person_id: one.personId },
            ...{ came: one.came, noted_by: personId, noted_at: now },
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['circle_id', 'session_id', 'person_id']).doUpdateSet((row) => ({
            came: row.ref('excluded.came'),
            noted_by: row.ref('excluded.noted_by'),
            noted_at: row.ref('excluded.noted_at'),
          })),
        )
        .execute();
    }
    const unsaid = toWrite.filter(({ came }) => came === '').map((one) => one.personId);
    if (unsaid.length > 0) {
      await tx
        .deleteFrom('session_attendance')
        .where(inCircle(runner, 'session_attendance'))
        .where('session_id', '=', sessionId)
        .where('person_id', 'in', unsaid)
        .execute();
    }
    if (differing.length === 0) return { ok: true, lost: people.length - known.length };
    const standing = differing.map((one) => ({
      personId: one.personId,
      ...(kept.get(one.personId) ?? { note: '' as const, by: null }),
    }));
    return { ok: false, reason: 'differing', standing };
  });
}

/** Members are held before the session, as whoever leaves takes their membership first. */
const heldMembers = (tx: Tx, runner: Runner) =>
  tx
    .selectFrom('membership')
    .select(['person_id', 'joined_at'])
    .where(inCircle(runner, 'membership'))
    .orderBy('person_id')
    .forKeyShare()
    .execute();

async function keptOf(
  tx: Tx,
  runner: Runner,
): Promise<Map<number, { note: Came; by: string | null }>> {
  const rows = await tx
    .selectFrom('session_attendance as noted')
    .innerJoin('person', 'person.id', 'noted.noted_by')
    .leftJoin('membership', (join) => join.on(joined('membership.person_id', 'noted.noted_by')))
    .select(['noted.person_id', 'noted.came', 'person.name', 'membership.person_id as here'])
    .where(inCircle(runner, 'noted'))
    .where('noted.session_id', '=', runner.sessionId)
    .execute();
  return new Map(
    rows.map(({ person_id, came, name, here }) => [
      person_id,
      { note: came as Came, by: here === null ? null : name },
    ]),
  );
}
