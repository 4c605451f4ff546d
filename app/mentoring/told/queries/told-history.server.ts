import type { Member } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

const HISTORY_MAX = 50;

/** What a member shared says and said, the newest first; null when there is none that stands. */
export async function toldHistory(member: Member, toldId: number) {
  const now = await db
    .selectFrom('told')
    .leftJoin('membership', (join) => join.on(joined('membership.person_id', 'told.person_id')))
    .leftJoin('person', 'person.id', 'membership.person_id')
    .select(['told.version', 'told.told_html', 'told.will_html', 'told.at', 'person.name'])
    .where(inCircle(member, 'told'))
    .where('told.id', '=', toldId)
    .where('told.taken_back_at', 'is', null)
    .executeTakeFirst();
  if (!now) return null;
  const before = await db
    .selectFrom('told_version')
    .select(['version', 'told_html', 'will_html', 'replaced_at'])
    .where(inCircle(member, 'told_version'))
    .where('told_id', '=', toldId)
    .orderBy('version', 'desc')
    .limit(HISTORY_MAX)
    .execute();
  return {
    by: now.name,
    // Each was written when the one before it was replaced; the first, when it was shared.
    versions: [now, ...before].map(({ version, told_html, will_html }, index) => ({
      ...{ version, told: told_html, will: will_html },
      at: (before[index]?.replaced_at ?? now.at).toISOString(),
    })),
  };
}
