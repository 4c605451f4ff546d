import type { Member } from '#app/access/proofs.ts';
import type { Timed } from '#app/sessions/rules/session.ts';
import type { Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

export type Held =
  | { ok: true; session: Timed & { startsAt: Date } }
  | { ok: false; reason: 'not-member' | 'gone' };

/**
 * A session that a member writes about, both held until it is written: who leaves meanwhile waits
 * for it, and who has left writes nothing.
 */
export async function heldSession(tx: Tx, member: Member, sessionId: number): Promise<Held> {
  const [session, membership] = await together(tx, (at) => [
    at
      .selectFrom('session')
      .leftJoin('session_cancellation as off', (join) =>
        join.on(joined('off.session_id', 'session.id')),
      )
      .select(['session.starts_at as startsAt', 'session.minutes', 'off.at as cancelled'])
      .select(({ exists, selectFrom }) =>
        exists(
          selectFrom('session_close as done')
            .select('done.session_id')
            .where(joined('done.session_id', 'session.id')),
        ).as('closed'),
      )
      .where(inCircle(member, 'session'))
      .where('session.id', '=', sessionId)
      .forShare('session')
      .executeTakeFirst(),
    at
      .selectFrom('membership')
      .select('person_id')
      .where(inCircle(member, 'membership'))
      .where('person_id', '=', member.personId)
      .forKeyShare()
      .executeTakeFirst(),
  ]);
  if (!membership) return { ok: false, reason: 'not-member' };
  return session ? { ok: true, session } : { ok: false, reason: 'gone' };
}
