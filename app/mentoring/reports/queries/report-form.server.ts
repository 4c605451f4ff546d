import type { Partner } from '#app/access/proofs.ts';
import { MOST_NOTES } from '#app/mentoring/reports/rules/report.ts';
import { db } from '#db/database.server.ts';
import { recipientsOf } from './recipients.server.ts';

/** A note to be picked, as it is on the screen now. */
export interface PickableNote {
  id: number;
  version: number;
  mine: boolean;
  html: string;
  /** ISO */
  at: string;
}

/** What a report is made of: whom it may go to, and the latest notes, the oldest first. */
export async function reportForm(partner: Partner) {
  const { conversationId, personId, otherId } = partner;
  const [recipients, notes, other] = await Promise.all([
    recipientsOf(partner),
    db
      .selectFrom('conversation_note')
      .select(['id', 'version', 'author_id', 'body_html', 'posted_at'])
      .where('conversation_id', '=', conversationId)
      .where('taken_back_at', 'is', null)
      .orderBy('id', 'desc')
      .limit(MOST_NOTES)
      .execute(),
    db.selectFrom('person').select('name').where('id', '=', otherId).executeTakeFirstOrThrow(),
  ]);
  return {
    recipients,
    other: other.name,
    notes: notes.reverse().map(
      (note): PickableNote => ({
        ...{ id: note.id, version: note.version, mine: note.author_id === personId },
        ...{ html: note.body_html, at: note.posted_at.toISOString() },
      }),
    ),
  };
}
