import type { Scribe } from '#app/access/proofs.ts';
import type { Unshowable } from '#app/discussions/notes/commands/post-note.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import type { MinutesInput } from '#app/records/forms.ts';
import { heldSession } from '#app/records/rows/held-session.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Minutes as they are saved, beside what was typed elsewhere. */
export interface StandingMinutes {
  html: string;
  version: number;
}

type Written =
  | { ok: true }
  | { ok: false; reason: Unshowable | 'not-member' | 'gone' | 'cancelled' }
  | { ok: false; reason: 'changed'; theirs: StandingMinutes };

/**
 * Writes the minutes of a session; what they said before is kept. Those that changed since
 * `form.version` are left alone and handed back; the same text twice is once.
 */
export async function writeMinutes(
  scribe: Scribe,
  { body, version }: MinutesInput,
  { now = new Date() } = {},
): Promise<Written> {
  const rendered = body === '' ? { ok: true as const, html: '' } : await renderMarkdown(body);
  if (!rendered.ok) return rendered;
  const { sessionId } = scribe;
  const said = { body, body_html: rendered.html, written_by: scribe.personId, written_at: now };
  return db.transaction().execute(async (tx): Promise<Written> => {
    const held = await heldSession(tx, scribe, sessionId);
    if (!held.ok) return held;
    if (held.session.cancelled) return { ok: false, reason: 'cancelled' };
    const of = { circle_id: scribe.circleId, session_id: sessionId };
    const added = await tx
      .insertInto('session_minutes')
      .values({ ...of, ...said })
      .onConflict((conflict) => conflict.columns(['circle_id', 'session_id']).doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 1n) return { ok: true };
    const saved = await standing(tx, scribe);
    if (saved.body === body) return { ok: true };
    if (saved.version !== version) {
      const theirs = { html: saved.body_html, version: saved.version };
      return { ok: false, reason: 'changed', theirs };
    }
    await tx
      .insertInto('session_minutes_version')
      .values({ ...of, ...saved })
      .execute();
    await tx
      .updateTable('session_minutes')
      .set({ ...said, version: version + 1 })
      .where(inCircle(scribe, 'session_minutes'))
      .where('session_id', '=', sessionId)
      .execute();
    return { ok: true };
  });
}

const standing = (tx: Tx, scribe: Scribe) =>
  tx
    .selectFrom('session_minutes')
    .select(['body', 'body_html', 'written_by', 'written_at', 'version'])
    .where(inCircle(scribe, 'session_minutes'))
    .where('session_id', '=', scribe.sessionId)
    .forUpdate()
    .executeTakeFirstOrThrow();
