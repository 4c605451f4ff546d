import type { Viewer } from '#app/access/proofs.ts';
import type { SourceInAddress } from '#app/mentoring/addresses.ts';
import type { BeginAskInput } from '#app/mentoring/asks/forms.ts';
import { sourceToBe } from '#app/mentoring/asks/queries/sources.server.ts';
import { theirs } from '#app/mentoring/asks/rows/ask-row.server.ts';
import { renderedAsk, type Unshowable } from '#app/mentoring/asks/rows/rendered.server.ts';
import { MOST_DRAFTS } from '#app/mentoring/asks/rules/ask.ts';
import { columnsOf, sourceIn } from '#app/mentoring/asks/rules/source.ts';
import { drafts } from '#app/mentoring/limits.server.ts';
import { digestOf, isSameForm } from '#app/platform/forms/submission.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type Begun =
  | { ok: true; askId: number }
  | { ok: false; reason: Unshowable | 'blank' | 'most' | 'no-source' }
  /** the key has made a draft that says something else */
  | { ok: false; reason: 'saved-first'; askId: number };

/** Begins a draft, which nobody else reads. Sent twice, it is one. */
export async function beginAsk(
  viewer: Viewer,
  form: BeginAskInput,
  { now = new Date() } = {},
): Promise<Begun> {
  const { submissionKey, ...typed } = form;
  const { title, body, neededBy } = typed;
  if (title === '' && body === '') return { ok: false, reason: 'blank' };
  const circleId = circleAt(viewer, form.circle);
  const source = sourceIn(form);
  const rendered = await renderedAsk(body);
  if (!rendered.ok) return rendered;
  const sees = source && (await sourceToBe(viewer, circleId, source, { now }));
  return db.transaction().execute(async (tx): Promise<Begun> => {
    await holdDrafts(tx, viewer);
    const earlier = await theirs(tx)
      .selectFrom('ask')
      .select(['id', 'submission_digest'])
      .where('asker_id', '=', viewer.personId)
      .where('submission_key', '=', submissionKey)
      .executeTakeFirst();
    if (earlier) {
      const same = isSameForm(earlier.submission_digest, typed);
      return same
        ? { ok: true, askId: earlier.id }
        : { ok: false, reason: 'saved-first', askId: earlier.id };
    }
    if (source && !sees) return { ok: false, reason: 'no-source' };
    if ((await countDrafts(tx, viewer)) >= MOST_DRAFTS) return { ok: false, reason: 'most' };
    const { id } = await theirs(tx)
      .insertInto('ask')
      .values({
        ...{ asker_id: viewer.personId, circle_id: circleId },
        ...{ title, body, body_html: rendered.html, needed_by: neededBy },
        ...(source && sourceColumns(source)),
        ...{ created_at: now, saved_at: now },
        ...{ submission_key: submissionKey, submission_digest: digestOf(typed) },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (source && circleId !== null) await beganFrom(tx, viewer, { circleId, source, askId: id });
    await drafts.count(tx, viewer.personId);
    return { ok: true, askId: id };
  });
}

/** What its asker had said they would do says what it became. */
async function beganFrom(
  tx: Tx,
  { personId }: Viewer,
  { circleId, source, askId }: { circleId: number; source: SourceInAddress; askId: number },
): Promise<void> {
  if (!('commitment' in source)) return;
  await tx
    .updateTable('commitment')
    .set({ ask_id: askId })
    .where(inCircle({ circleId }, 'commitment'))
    .where('id', '=', source.commitment)
    .where('person_id', '=', personId)
    .execute();
}

/** The circle of the viewer's at an address; null where there is none, or it is archived. */
export function circleAt({ memberships }: Viewer, slug: string | null): number | null {
  const found = memberships.find(({ circle }) => circle.slug === slug);
  return found ? found.circle.id : null;
}

function sourceColumns(source: Parameters<typeof columnsOf>[0]) {
  const { kind, noteId, readingId, personId, deck, card, commitmentId } = columnsOf(source);
  return {
    ...{ source_kind: kind, source_note_id: noteId, source_reading_id: readingId },
    ...{ source_person_id: personId, source_deck: deck, source_card: card },
    source_commitment_id: commitmentId,
  };
}

/** One after the other: none goes past the most there may be. */
const holdDrafts = (tx: Tx, { personId }: Viewer) =>
  tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();

async function countDrafts(tx: Tx, { personId }: Viewer): Promise<number> {
  const rows = await theirs(tx)
    .selectFrom('ask')
    .select('id')
    .where('asker_id', '=', personId)
    .where('state', '=', 'draft')
    .limit(MOST_DRAFTS)
    .execute();
  return rows.length;
}
