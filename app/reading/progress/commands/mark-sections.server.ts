import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { sectionsOf } from '#app/books/queries/books.server.ts';
import { holdAnew } from '#app/notifications/inbox/commands/hold-anew.server.ts';
import { withinLine } from '#app/reading/progress/rules/line.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

type Gone = { ok: false; reason: 'gone' };

/**
 * Marks a section read and all before it, but what the plan reads later. Twice is once.
 * @returns the moment it was marked at, by which it can be taken back
 */
export async function readUpTo(
  { circleId, personId }: Member,
  readingId: number,
  sectionId: number,
  { now = new Date() } = {},
): Promise<{ ok: true; at: Date } | Gone> {
  const { rows } = await sql<{ there: boolean }>`
    with last as (
      select s.position, s.book_id, (
        select max(m.due_on) from milestone_section ms
        join milestone m on m.circle_id = ms.circle_id and m.id = ms.milestone_id
        where ms.circle_id = ${circleId} and ms.reading_id = ${readingId}
          and ms.section_id = s.id) as due_on
      from section s
      join reading r on r.circle_id = s.circle_id and r.book_id = s.book_id
      where s.circle_id = ${circleId} and s.id = ${sectionId} and r.id = ${readingId}
    ), marked as (
      insert into section_read (circle_id, reading_id, person_id, section_id, read_at)
      select ${circleId}, ${readingId}, ${personId}, s.id, ${now}
      from section s join last on last.book_id = s.book_id and s.position <= last.position
      where s.circle_id = ${circleId} and not exists (
        select from milestone_section ms
        join milestone m on m.circle_id = ms.circle_id and m.id = ms.milestone_id
        where ms.circle_id = ${circleId} and ms.reading_id = ${readingId}
          and ms.section_id = s.id and m.due_on > last.due_on)
      on conflict do nothing
    )
    select exists (select from last) as there`.execute(db);
  return rows[0]?.there ? { ok: true, at: now } : { ok: false, reason: 'gone' };
}

/** Takes back what was marked in one go. Twice is once. */
export async function takeBackMarks(member: Member, readingId: number, at: Date): Promise<void> {
  const { personId } = member;
  await db
    .deleteFrom('section_read')
    .where(inCircle(member, 'section_read'))
    .where('reading_id', '=', readingId)
    .where('person_id', '=', personId)
    .where('read_at', '=', at)
    .execute();
  await holdAnew(db, member, { personId });
}

/** Marks these sections read and no others; none at all means not to have begun. */
export async function markSections(
  member: Member,
  readingId: number,
  read: readonly number[],
  { now = new Date() } = {},
): Promise<{ ok: true } | Gone> {
  const { circleId, personId } = member;
  return db.transaction().execute(async (tx): Promise<{ ok: true } | Gone> => {
    const reading = await tx
      .selectFrom('reading')
      .select('book_id')
      .where(inCircle(member, 'reading'))
      .where('id', '=', readingId)
      .executeTakeFirst();
    if (!reading) return { ok: false, reason: 'gone' };
    await lockMembership(tx, member);
    const sections = await sectionsOf(member, reading.book_id, tx);
    const chosen = new Set(read);
    const marked = sections.filter(({ id }) => chosen.has(id));
    const mine = { circle_id: circleId, reading_id: readingId, person_id: personId };
    await settlePlace(tx, mine, sections, chosen, now);
    await tx
      .deleteFrom('section_read')
      .where(inCircle(member, 'section_read'))
      .where('reading_id', '=', readingId)
      .where('person_id', '=', personId)
      .$if(marked.length > 0, (rows) =>
        rows.where(
          'section_id',
          'not in',
          marked.map(({ id }) => id),
        ),
      )
      .execute();
    if (marked.length > 0) {
      await tx
        .insertInto('section_read')
        .values(marked.map(({ id }) => ({ ...mine, section_id: id, read_at: now })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    return { ok: true };
  });
}

/** Two forms of one person wait for one another: the later one stands whole. */
function lockMembership(tx: Tx, { circleId, personId }: Member) {
  return tx
    .selectFrom('membership')
    .select('person_id')
    .where(inCircle({ circleId }, 'membership'))
    .where('person_id', '=', personId)
    .forNoKeyUpdate()
    .execute();
}

interface Mine {
  circle_id: number;
  reading_id: number;
  person_id: number;
}

/** A page or percent stays as long as it says no more than the marks do. */
async function settlePlace(
  tx: Tx,
  mine: Mine,
  sections: Awaited<ReturnType<typeof sectionsOf>>,
  chosen: ReadonlySet<number>,
  now: Date,
): Promise<void> {
  const { circle_id, reading_id, person_id } = mine;
  const place = await tx
    .selectFrom('place_reached')
    .select(['page', 'percent'])
    .where(inCircle({ circleId: circle_id }, 'place_reached'))
    .where('reading_id', '=', reading_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  const nothing = !sections.some(({ id }) => chosen.has(id));
  if (nothing) {
    await tx
      .insertInto('place_reached')
      .values({ ...mine, percent: 0, reached_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(['circle_id', 'reading_id', 'person_id'])
          .doUpdateSet({ page: null, percent: 0, reached_at: now }),
      )
      .execute();
    return;
  }
  if (!place) return;
  const covered = withinLine(sections, { read: [], ...place }, { due: [], planned: [] });
  if (place.percent !== 0 && [...covered].every((id) => chosen.has(id))) return;
  await tx
    .deleteFrom('place_reached')
    .where(inCircle({ circleId: circle_id }, 'place_reached'))
    .where('reading_id', '=', reading_id)
    .where('person_id', '=', person_id)
    .execute();
}
