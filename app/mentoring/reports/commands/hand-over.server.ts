import { sql } from 'kysely';
import type { Partner } from '#app/access/proofs.ts';
import type { Unshowable } from '#app/discussions/notes/commands/post-note.server.ts';
import { reports } from '#app/mentoring/limits.server.ts';
import type { ReportInput } from '#app/mentoring/reports/forms.ts';
import { recipientsOf } from '#app/mentoring/reports/queries/recipients.server.ts';
import { tellPeople } from '#app/notifications/commands/tell-people.server.ts';
import { digestOf, isSameForm } from '#app/platform/forms/submission.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { db, type Tx } from '#db/database.server.ts';

type HandedOver =
  | { ok: true; reportId: number }
  /** another report was made under its key */
  | { ok: false; reason: 'another-first'; reportId: number }
  /** not-theirs: a note that is not in this conversation, or never was on the reporter's screen */
  | { ok: false; reason: Unshowable | 'nobody' | 'not-theirs' };

/**
 * Hands over to one person the notes that were picked, as they were on the reporter's screen, and a
 * few words. Whom it is about learns nothing, and what they mend or take back afterwards changes
 * nothing of it. The recipient is told that there is something to read.
 */
export async function handOver(
  partner: Partner,
  { submissionKey, ...form }: ReportInput,
  { now = new Date() }: { now?: Date } = {},
): Promise<HandedOver> {
  const rendered = await renderMarkdown(form.words);
  if (!rendered.ok) return rendered;
  const { conversationId, personId, otherId } = partner;
  const { to, words, notes } = form;
  const content = [conversationId, to, words, notes];
  return db
    .transaction()
    .execute(async (tx): Promise<HandedOver> => {
      const chosen = (await recipientsOf(partner, tx)).find(
        (each) => each.personId === to.personId && (each.circle?.id ?? null) === to.circleId,
      );
      if (!chosen) return { ok: false, reason: 'nobody' };
      const made = await tx
        .insertInto('conversation_report')
        .values({
          ...{ conversation_id: conversationId, by_person_id: personId, about_person_id: otherId },
          ...{ to_person_id: to.personId, as_host_of: to.circleId, at: now },
          ...{ words, words_html: rendered.html },
          ...{ submission_key: submissionKey, submission_digest: digestOf(content) },
        })
        .onConflict((on) => on.columns(['by_person_id', 'submission_key']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!made) {
        const first = await bySubmission(tx, personId, submissionKey);
        return isSameForm(first.submission_digest, content)
          ? { ok: true, reportId: first.id }
          : { ok: false, reason: 'another-first', reportId: first.id };
      }
      // Thrown, so that all of it is undone: nothing is handed over that was not read.
      if ((await copyNotes(tx, partner, made.id, notes)) < notes.length) throw new NotTheirs();
      await tellPeople(tx, [to.personId], {
        ...{ occasion: 'report-received', thing: made.id, detail: {}, by: null, at: now },
      });
      await reports.count(tx, personId);
      return { ok: true, reportId: made.id };
    })
    .catch((error: unknown): HandedOver => {
      if (error instanceof NotTheirs) return { ok: false, reason: 'not-theirs' };
      throw error;
    });
}

class NotTheirs extends Error {}

const bySubmission = (tx: Tx, personId: number, key: string) =>
  tx
    .selectFrom('conversation_report')
    .select(['id', 'submission_digest'])
    .where('by_person_id', '=', personId)
    .where('submission_key', '=', key)
    .executeTakeFirstOrThrow();

/**
 * The notes in the version that the reporter had on their screen, whatever became of them since: who
 * mends or takes back what they wrote while it is being handed over gains nothing by it.
 */
async function copyNotes(
  tx: Tx,
  { conversationId, personId }: Partner,
  reportId: number,
  notes: ReportInput['notes'],
): Promise<number> {
  const { rows } = await sql`
    insert into conversation_report_note (report_id, note_id, author_id, body_html, posted_at)
    select ${reportId}, n.id, n.author_id,
      case when n.version = picked.version then n.body_html else v.body_html end, n.posted_at
    from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as picked (id bigint, version integer)
    join conversation_note n on n.id = picked.id and n.conversation_id = ${conversationId}
    left join conversation_note_version v on v.note_id = n.id and v.version = picked.version
    where (n.version = picked.version or v.note_id is not null)
      and (n.author_id = ${personId} or exists (
        select from conversation_visit s
        where s.conversation_id = ${conversationId} and s.person_id = ${personId}
          and s.seen @> n.id))
    on conflict do nothing
    returning note_id`.execute(tx);
  return rows.length;
}
