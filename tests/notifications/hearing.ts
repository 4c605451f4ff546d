import type { Member } from '#app/access/proofs.ts';
import { db } from '#tests/support/set-up.ts';

interface ItemGiven {
  at: Date;
  threadId?: number;
  thingId?: number;
  forYou?: boolean;
  mailAt?: Date | null;
}

/** Takes out of the inboxes of a circle what making it has told. */
export async function emptyInboxes({ circleId }: Member): Promise<void> {
  await db.deleteFrom('inbox_item').where('circle_id', '=', circleId).execute();
}

/** A line in a member's inbox that nobody has read, straight in its table. */
export async function itemOf(member: Member, topic: string, given: ItemGiven): Promise<void> {
  const { at, threadId = null, thingId = null, forYou = false, mailAt } = given;
  await db
    .insertInto('inbox_item')
    .values({
      circle_id: member.circleId,
      person_id: member.personId,
      member_of: member.circleId,
      topic,
      kind: topic.split(':')[0] ?? '',
      thing_id: thingId,
      thread_id: threadId,
      for_you: forYou,
      at,
      mail_at: mailAt === undefined ? new Date(at.getTime() + 3_600_000) : mailAt,
    })
    .execute();
}

/** A member's lines by topic: when a mail may tell of them (ISO), 'never', or 'read'. */
export async function waitingFor(member: Member): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('inbox_item')
    .select(['topic', 'mail_at', 'read_at'])
    .where('circle_id', '=', member.circleId)
    .where('person_id', '=', member.personId)
    .orderBy('topic')
    .execute();
  return Object.fromEntries(
    rows.map(({ topic, mail_at, read_at }) => [
      topic,
      read_at ? 'read' : (mail_at?.toISOString() ?? 'never'),
    ]),
  );
}

/** What a member wants of their circle, as its row has it; undefined for none. */
export async function volumeOf({ circleId, personId }: Member): Promise<string | undefined> {
  const row = await db
    .selectFrom('circle_volume')
    .select('volume')
    .where('circle_id', '=', circleId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.volume;
}

/** What somebody wants of asks and conversations, as its row has it; undefined for none. */
export async function betweenVolumeOf({ personId }: { personId: number }) {
  const row = await db
    .selectFrom('between_volume')
    .select('volume')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.volume;
}

/** Whether a member follows a thread; undefined for neither. */
export async function followingOf({ circleId, personId }: Member, threadId: number) {
  const row = await db
    .selectFrom('thread_following')
    .select(['muted', 'by_hand'])
    .where('circle_id', '=', circleId)
    .where('thread_id', '=', threadId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row && { muted: row.muted, byHand: row.by_hand };
}
