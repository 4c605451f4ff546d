import type { Member } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** The question a member brings to a session, also once they took it back; null for none. */
export async function myQuestion(
  member: Member,
  sessionId: number,
): Promise<{ body: string; version: number; takenBack: boolean } | null> {
  const row = await db
    .selectFrom('session_question')
    .select(['body', 'version', 'taken_back_at'])
    .where(inCircle(member, 'session_question'))
    .where('session_id', '=', sessionId)
    .where('person_id', '=', member.personId)
    .executeTakeFirst();
  return row
    ? { body: row.body, version: row.version, takenBack: row.taken_back_at !== null }
    : null;
}
