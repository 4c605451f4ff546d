import type { Partner } from '#app/access/proofs.ts';
import type { Unshowable } from '#app/discussions/notes/commands/post-note.server.ts';
import type { OutcomeInput } from '#app/mentoring/conversations/forms.ts';
import {
  outcomeOf,
  type StandingOutcome,
} from '#app/mentoring/conversations/queries/outcome.server.ts';
import { lockConversation } from '#app/mentoring/conversations/rows/locked-conversation.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { db } from '#db/database.server.ts';

type Said =
  | { ok: true }
  /** nobody has asked yet */
  | { ok: false; reason: Unshowable | 'early' }
  | { ok: false; reason: 'changed'; theirs: StandingOutcome };

/**
 * Says what came of a conversation, or something else than before, unless that was done since
 * `form.version` (0: nothing was said yet). The wish to share it is taken back in the same way.
 */
export async function sayOutcome(
  partner: Partner,
  form: OutcomeInput,
  { now = new Date() }: { now?: Date } = {},
): Promise<Said> {
  const { helped, did, share, version } = form;
  const rendered = did === '' ? { ok: true as const, html: '' } : await renderMarkdown(did);
  if (!rendered.ok) return rendered;
  return db.transaction().execute(async (tx): Promise<Said> => {
    await lockConversation(tx, partner);
    const { asked, mine } = await outcomeOf(partner, tx);
    if (!asked) return { ok: false, reason: 'early' };
    if (mine && mine.helped === helped && mine.did === did && mine.share === share) {
      return { ok: true };
    }
    if ((mine?.version ?? 0) !== version) {
      // Taken away by nobody: where a version was typed, there is one.
      return mine ? { ok: false, reason: 'changed', theirs: mine } : { ok: false, reason: 'early' };
    }
    const { conversationId: conversation_id, personId: person_id } = partner;
    const values = { helped, did, did_html: rendered.html, share, at: now, version: version + 1 };
    await tx
      .insertInto('ask_outcome')
      .values({ conversation_id, person_id, ...values })
      .onConflict((on) => on.columns(['conversation_id', 'person_id']).doUpdateSet(values))
      .execute();
    return { ok: true };
  });
}
