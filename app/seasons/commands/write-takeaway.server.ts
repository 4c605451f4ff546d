import type { Member } from '#app/access/proofs.ts';
import type { Unshowable } from '#app/discussions/notes/commands/post-note.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { standingWrap } from '#app/seasons/rows/standing-wrap.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import type { TakeawayInput } from '../forms.ts';

/** A takeaway as it stands now, beside what was typed in another window. */
export interface StandingTakeaway {
  html: string;
  version: number;
}

type Written =
  | { ok: true }
  | { ok: false; reason: Unshowable | 'no-wrap' | 'not-member' }
  | { ok: false; reason: 'changed'; theirs: StandingTakeaway };

/**
 * Writes what a member took from a book, or changes it. One that changed since `form.version` is left
 * alone and handed back; the same text twice is once.
 */
export async function writeTakeaway(
  member: Member,
  readingId: number,
  form: TakeawayInput,
  { now = new Date() } = {},
): Promise<Written> {
  const { body, version } = form;
  const rendered = await renderMarkdown(body);
  if (!rendered.ok) return rendered;
  const { html } = rendered;
  return db.transaction().execute(async (tx): Promise<Written> => {
    if (!(await holdMembership(tx, member))) return { ok: false, reason: 'not-member' };
    if (!(await standingWrap(tx, member, readingId, now))) return { ok: false, reason: 'no-wrap' };
    const mine = {
      circle_id: member.circleId,
      reading_id: readingId,
      person_id: member.personId,
    };
    const added = await tx
      .insertInto('takeaway')
      .values({ ...mine, body, body_html: html, written_at: now })
      .onConflict((conflict) =>
        conflict.columns(['circle_id', 'reading_id', 'person_id']).doNothing(),
      )
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 1n) return { ok: true };
    const row = () =>
      tx
        .selectFrom('takeaway')
        .where(inCircle(member, 'takeaway'))
        .where('reading_id', '=', mine.reading_id)
        .where('person_id', '=', mine.person_id);
    const saved = await row()
      .select(['body', 'body_html', 'version'])
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (saved.body !== body && saved.version !== version) {
      const theirs = { html: saved.body_html, version: saved.version };
      return { ok: false, reason: 'changed', theirs };
    }
    if (saved.body !== body) {
      await tx
        .updateTable('takeaway')
        .set({ body, body_html: html, version: saved.version + 1, edited_at: now })
        .where(inCircle(member, 'takeaway'))
        .where('reading_id', '=', mine.reading_id)
        .where('person_id', '=', mine.person_id)
        .execute();
    }
    await restore(tx, mine);
    return { ok: true };
  });
}

interface Mine {
  circle_id: number;
  reading_id: number;
  person_id: number;
}

/** Takes a member's takeaway back: nobody sees it, and it can be brought back. Twice is once. */
export async function takeBackTakeaway(
  { circleId, personId }: Member,
  readingId: number,
  { now = new Date() } = {},
): Promise<{ ok: true } | { ok: false; reason: 'no-takeaway' }> {
  const mine = { circle_id: circleId, reading_id: readingId, person_id: personId };
  const there = await db
    .selectFrom('takeaway')
    .select('version')
    .where(inCircle({ circleId }, 'takeaway'))
    .where('reading_id', '=', readingId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!there) return { ok: false, reason: 'no-takeaway' };
  await db
    .insertInto('takeaway_removal')
    .values({ ...mine, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { ok: true };
}

/** Brings back what a member took back. Twice is once. */
export function restoreTakeaway({ circleId, personId }: Member, readingId: number): Promise<void> {
  const mine = { circle_id: circleId, reading_id: readingId, person_id: personId };
  return db.transaction().execute((tx) => restore(tx, mine));
}

async function restore(tx: Tx, { circle_id, reading_id, person_id }: Mine): Promise<void> {
  await tx
    .deleteFrom('takeaway_removal')
    .where(inCircle({ circleId: circle_id }, 'takeaway_removal'))
    .where('reading_id', '=', reading_id)
    .where('person_id', '=', person_id)
    .execute();
}

/** Held until it is written: who leaves meanwhile waits for it, and who has left writes nothing. */
async function holdMembership(tx: Tx, { circleId, personId }: Member): Promise<boolean> {
  const held = await tx
    .selectFrom('membership')
    .select('person_id')
    .where(inCircle({ circleId }, 'membership'))
    .where('person_id', '=', personId)
    .forKeyShare()
    .executeTakeFirst();
  return held !== undefined;
}
