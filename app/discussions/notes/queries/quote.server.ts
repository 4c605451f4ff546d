import type { Member } from '#app/access/proofs.ts';
import type { Opened } from '#app/discussions/rules/folding.ts';
import { quotedText } from '#app/discussions/rules/quoting.ts';
import { sectionsByLine } from '#app/reading/progress/queries/sections-by-line.server.ts';
import { todayIn } from '#app/time/days.ts';
import { databasePool, db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

const FOLDED = `
select n.id from note n
join (${sectionsByLine({ circle: '$1', person: '$2', today: '$3' })}) s
  on s.id = n.section_id and s.beyond
where n.circle_id = $1 and n.thread_id = $4 and n.id = $5 and n.author_id <> $2
  and not exists (
    select from thread_opening where circle_id = $1 and thread_id = $4 and person_id = $2)`;

/** Whether the note is from beyond the member's line, and they did not open its thread. */
export async function isFolded(
  { circleId, personId, circle }: Member,
  threadId: number,
  noteId: number,
  now: Date,
): Promise<boolean> {
  const { rows } = await databasePool().query({
    text: FOLDED,
    values: [circleId, personId, todayIn(circle.timeZone, now), threadId, noteId],
  });
  return rows.length > 0;
}

/**
 * A note as the beginning of an answer to it; null when there is none the member may quote.
 * @param options.open the notes from further on that they asked for
 */
export async function quoteOf(
  member: Member,
  threadId: number,
  noteId: number | null,
  { open = null, now = new Date() }: { open?: Opened | null; now?: Date } = {},
): Promise<{ noteId: number; text: string } | null> {
  if (noteId === null) return null;
  const asked = open !== null && open.from <= noteId && noteId <= open.to;
  if (!asked && (await isFolded(member, threadId, noteId, now))) return null;
  const note = await db
    .selectFrom('note')
    .innerJoin('person', 'person.id', 'note.author_id')
    .leftJoin('note_deletion', (join) => join.on(joined('note_deletion.note_id', 'note.id')))
    .select(['note.body', 'person.name'])
    .where(inCircle(member, 'note'))
    .where('note.thread_id', '=', threadId)
    .where('note.id', '=', noteId)
    .where('note_deletion.note_id', 'is', null)
    .executeTakeFirst();
  return note ? { noteId, text: quotedText(note.name, note.body) } : null;
}
