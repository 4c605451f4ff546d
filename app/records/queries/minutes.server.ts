import type { Scribe } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

export interface MinutesPage {
  body: string;
  version: number;
  /** what they said before, the latest first */
  earlier: { version: number; html: string; writtenAt: string; by: string | null }[];
}

/** The minutes of a session to be written, with what they said before. */
export async function minutesToWrite(scribe: Scribe): Promise<MinutesPage> {
  const { sessionId } = scribe;
  const [saved, earlier] = await Promise.all([
    db
      .selectFrom('session_minutes')
      .select(['body', 'version'])
      .where(inCircle(scribe, 'session_minutes'))
      .where('session_id', '=', sessionId)
      .executeTakeFirst(),
    db
      .selectFrom('session_minutes_version as earlier')
      .innerJoin('person', 'person.id', 'earlier.written_by')
      .leftJoin('membership', (join) =>
        join.on(joined('membership.person_id', 'earlier.written_by')),
      )
      .select(['earlier.version', 'earlier.body_html as html', 'earlier.written_at'])
      .select(['person.name', 'membership.person_id as here'])
      .where(inCircle(scribe, 'earlier'))
      .where('earlier.session_id', '=', sessionId)
      .orderBy('earlier.version', 'desc')
      .limit(50)
      .execute(),
  ]);
  return {
    body: saved?.body ?? '',
    version: saved?.version ?? 0,
    earlier: earlier.map(({ written_at, name, here, ...one }) => ({
      ...one,
      writtenAt: written_at.toISOString(),
      by: here === null ? null : name,
    })),
  };
}
