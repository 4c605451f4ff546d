import type { Partner } from '#app/access/proofs.ts';
import type { Unshowable } from '#app/discussions/notes/commands/post-note.server.ts';
import { digestOf, keyOfAnother } from '#app/discussions/rows/submission-key.server.ts';
import type { PostLineInput } from '#app/mentoring/conversations/forms.ts';
import {
  lockConversation,
  type Shut,
} from '#app/mentoring/conversations/rows/locked-conversation.server.ts';
import { lines } from '#app/mentoring/limits.server.ts';
import { tellPeople } from '#app/notifications/commands/tell-people.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { db, type Tx } from '#db/database.server.ts';

type Posted = { ok: true; noteId: number } | { ok: false; reason: Unshowable | Shut };

/**
 * Adds a note to a conversation. The same sent twice is one note; another text under its key, or the
 * same in another conversation, is another.
 * @param options.now when it was posted
 */
export async function postLine(
  partner: Partner,
  { body, submissionKey }: Pick<PostLineInput, 'body' | 'submissionKey'>,
  { now = new Date() } = {},
): Promise<Posted> {
  const rendered = await renderMarkdown(body);
  if (!rendered.ok) return rendered;
  const { conversationId, personId } = partner;
  const digest = digestOf(conversationId, body);
  return db.transaction().execute(async (tx): Promise<Posted> => {
    // Its lock is what makes identities rise in the order in which readers can see the notes.
    const shut = await lockConversation(tx, partner, 'write');
    for (const key of [submissionKey, keyOfAnother(submissionKey, digest)]) {
      const earlier = await bySubmission(tx, personId, key);
      if (earlier?.submission_digest === digest) return { ok: true, noteId: earlier.id };
      if (earlier) continue;
      if (shut) return { ok: false, reason: shut };
      const { id } = await tx
        .insertInto('conversation_note')
        .values({
          ...{ conversation_id: conversationId, author_id: personId, posted_at: now },
          ...{ body, body_html: rendered.html, form_key: submissionKey },
          ...{ submission_key: key, submission_digest: digest },
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .updateTable('conversation')
        .set({ last_note_at: now })
        .where('id', '=', conversationId)
        .execute();
      await tellPeople(tx, [partner.otherId], {
        ...{ occasion: 'conversation-line', thing: conversationId, detail: {} },
        ...{ by: personId, at: now },
      });
      await lines.count(tx, personId);
      return { ok: true, noteId: id };
    }
    throw new Error('Both keys of a submission lead to other notes.');
  });
}

const bySubmission = (tx: Tx, personId: number, key: string) =>
  tx
    .selectFrom('conversation_note')
    .select(['id', 'submission_digest'])
    .where('author_id', '=', personId)
    .where('submission_key', '=', key)
    .executeTakeFirst();
