import { sql } from 'kysely';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Holds sections that may go, and what is about them, until the transaction ends. */
export async function holdSections(
  tx: Tx,
  { circleId }: { circleId: number },
  ids: readonly number[],
): Promise<void> {
  // Who writes about one of them at this moment has done so first, or finds it gone. In their order,
  // so that neither waits for the other: a thread, a note, the section.
  for (const table of ['thread', 'note'] as const) {
    await tx
      .selectFrom(table)
      .select(`${table}.id`)
      .where(inCircle({ circleId }, table))
      .where(`${table}.section_id`, '=', sql<number>`any(${ids}::bigint[])`)
      .orderBy(`${table}.id`)
      .forUpdate()
      .execute();
  }
  await tx
    .selectFrom('section')
    .select('id')
    .where(inCircle({ circleId }, 'section'))
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Those of these sections that a thread or a note is about, while a reading of their book goes on. */
export async function spokenOf(
  tx: Tx,
  { circleId }: { circleId: number },
  { bookId, ids, today }: { bookId: number; ids: readonly number[]; today: string },
): Promise<Set<number>> {
  const { rows } = await sql<{ section_id: number }>`
    select section_id from thread
    where circle_id = ${circleId} and section_id = any(${ids}::bigint[])
      and ${isBeingRead(circleId, bookId, today)}
    union
    select section_id from note
    where circle_id = ${circleId} and section_id = any(${ids}::bigint[])
      and ${isBeingRead(circleId, bookId, today)}`.execute(tx);
  return new Set(rows.map(({ section_id }) => section_id));
}

const isBeingRead = (circleId: number, bookId: number, today: string) => sql`exists (
  select from reading r
  where r.circle_id = ${circleId} and r.book_id = ${bookId} and r.ends_on >= ${today}::date
    and not exists (
      select from reading_end e where e.circle_id = r.circle_id and e.reading_id = r.id))`;

/** Hands what is about sections that go to those that stay, and takes them out: all are held. */
export async function leaveSections(
  tx: Tx,
  { circleId }: { circleId: number },
  heirs: ReadonlyMap<number, number>,
): Promise<void> {
  const ids = [...heirs.keys()];
  if (ids.length === 0) return;
  for (const [id, heir] of heirs) {
    await tx
      .updateTable('thread')
      .set({ section_id: heir })
      .where(inCircle({ circleId }, 'thread'))
      .where('section_id', '=', id)
      .execute();
    // As its author's own change is: a form from before it says nothing else of the section.
    await sql`
      with moved as (
        update note set section_id = ${heir}, version = version + 1
        where circle_id = ${circleId} and section_id = ${id}
        returning id, version - 1 as version, body, body_html, quote, quote_page)
      insert into note_version
        (circle_id, note_id, version, body, body_html, quote, quote_page, section_id)
      select ${circleId}::bigint, id, version, body, body_html, quote, quote_page, ${id}::bigint
      from moved`.execute(tx);
  }
  // Who marked these sections alone has begun, and is not taken to be where the plan is.
  await sql`
    insert into place_reached (circle_id, reading_id, person_id, percent)
    select distinct circle_id, reading_id, person_id, 0 from section_read gone
    where circle_id = ${circleId} and section_id in (${sql.join(ids)}) and not exists (
      select from section_read kept
      where kept.circle_id = gone.circle_id and kept.reading_id = gone.reading_id
        and kept.person_id = gone.person_id and kept.section_id not in (${sql.join(ids)}))
    on conflict do nothing`.execute(tx);
  await tx
    .deleteFrom('section')
    .where(inCircle({ circleId }, 'section'))
    .where('id', 'in', ids)
    .execute();
}
