import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

// Of each section: enough to tell, whatever there is.
const ENOUGH = 500;

/** Where somebody is in a book: its sections, and whether the circle's plan is further. */
interface Place {
  sections: readonly { id: number; within?: boolean }[];
  behind: boolean;
}

export interface AboutSections {
  /** how many threads there are about a section, by its id; none where there is none */
  threads: Record<number, number>;
  /** to those who are behind: most of the notes are about what they have read */
  mostlyRead: boolean;
}

/** What is discussed about the sections of a book, in one round trip. */
export async function aboutSections(
  { circleId }: Member,
  { sections, behind }: Place,
): Promise<AboutSections> {
  if (sections.length === 0) return { threads: {}, mostlyRead: false };
  const ids = sections.map(({ id }) => id);
  // Notes are counted in their index: no row is fetched, and none at all for who keeps up.
  const { rows } = await sql<{ id: number; threads: number; notes: number }>`
    select s.id, t.threads, n.notes
    from unnest(${ids}::bigint[]) as s (id)
    cross join lateral (
      select count(*) as threads from thread
      where circle_id = ${circleId} and section_id = s.id and last_note_id is not null
    ) t
    cross join lateral (
      select count(*) as notes from (
        select from note
        where circle_id = ${circleId} and section_id = s.id and ${behind}::boolean
        limit ${ENOUGH}
      ) n
    ) n`.execute(db);
  const read = new Set(sections.flatMap(({ id, within }) => (within ? id : [])));
  const balance = rows.reduce((sum, { id, notes }) => sum + (read.has(id) ? notes : -notes), 0);
  return {
    threads: Object.fromEntries(
      rows.flatMap(({ id, threads }) => (threads > 0 ? [[id, threads]] : [])),
    ),
    mostlyRead: balance > 0,
  };
}

/** Whether most of the notes are about what somebody has read; asked only of those who are behind. */
export const mostlyWithin = async (member: Member, place: Place | null): Promise<boolean> =>
  place?.behind === true && (await aboutSections(member, place)).mostlyRead;
