import { sql } from 'kysely';
import type { Member, Viewer } from '#app/access/proofs.ts';
import { type Ending, ending, isOver, ownEnding } from '#app/seasons/rows/standing-wrap.server.ts';
import type { Answer } from '#app/seasons/rules/seasons.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { keptStatement } from '#db/kept-statement.server.ts';

/** A wrap that waits for the viewer's answer. */
export interface WaitingWrap {
  circle: { slug: string; name: string };
  readingId: number;
  book: string;
  /** ISO */
  answerBy: string;
}

interface WaitingRow extends Omit<Ending, 'circle_zone'> {
  circle_id: number;
  reading_id: number;
  title: string;
  answer_by: Date;
}

/** In every circle of the viewer: where they have not said whether they stay, the soonest first. */
export async function wrapsWaiting(
  { memberships, personId }: Viewer,
  { now = new Date() } = {},
): Promise<WaitingWrap[]> {
  const circles = new Map(memberships.map(({ circle }) => [circle.id, circle]));
  if (circles.size === 0) return [];
  const ids = sql`${[...circles.keys()]}::bigint[]`;
  // Few of their wraps go on: they are found first, and the rest is looked for of them alone.
  const { rows } = await sql<WaitingRow>`
    with open as materialized (
      select circle_id, reading_id, answer_by from wrap
      where circle_id = any(${ids}) and answer_by > ${now}
    )
    select w.circle_id, w.reading_id, b.title, w.answer_by, ${ownEnding}
    from open w
    join membership m on m.circle_id = w.circle_id
    join reading r on r.circle_id = w.circle_id and r.id = w.reading_id
      and r.circle_id = any(${ids})
    join book b on b.circle_id = r.circle_id and b.id = r.book_id and b.circle_id = any(${ids})
    where m.circle_id = any(${ids}) and m.person_id = ${personId}
      and not exists (select from circle_archive z
        where z.circle_id = m.circle_id and z.circle_id = any(${ids}))
      and not exists (select from list_opening l
        where l.circle_id = w.circle_id and l.reading_id = w.reading_id
          and l.circle_id = any(${ids}))
      and not exists (select from recommitment a
        where a.circle_id = w.circle_id and a.reading_id = w.reading_id
          and a.circle_id = any(${ids})
          and a.person_id = m.person_id and a.answer <> 'unsure')
    order by w.answer_by, w.reading_id`.execute(acrossCircles(db, 'the viewer’s own circles'));
  return rows.flatMap(({ circle_id, reading_id, title, answer_by, ...ending }) => {
    const circle = circles.get(circle_id);
    if (!circle || !isOver({ ...ending, circle_zone: circle.timeZone }, now)) return [];
    const { slug, name } = circle;
    const answerBy = answer_by.toISOString();
    return [{ circle: { slug, name }, readingId: reading_id, book: title, answerBy }];
  });
}

/** The circle's last wrap, for as long as its page speaks of it. */
export interface LastWrap {
  readingId: number;
  book: string;
  /** ISO */
  answerBy: string;
  open: boolean;
  mine: Answer | null;
}

interface LastRow extends Ending {
  next: boolean;
  reading_id: number;
  title: string;
  answer_by: Date;
  open: boolean;
  mine: Answer | null;
}

interface Asked {
  circleId: number;
  personId: number;
  now: Date;
  archived: boolean;
}

const lastWraps = keptStatement(
  ({ circleId, personId, now, archived }: Asked) => sql<LastRow>`
    select w.reading_id, b.title, w.answer_by, a.answer as mine,
      (w.answer_by <= ${now} and not ${archived}) or l.at is not null as open,
      exists (select from reading n
        where n.circle_id = r.circle_id and n.starts_on > r.starts_on) as next, ${ending}
    from wrap w
    join circle c on c.id = w.circle_id
    join reading r on r.circle_id = w.circle_id and r.id = w.reading_id
    join book b on b.circle_id = r.circle_id and b.id = r.book_id
    left join list_opening l on l.circle_id = w.circle_id and l.reading_id = w.reading_id
    left join recommitment a on a.circle_id = w.circle_id and a.reading_id = w.reading_id
      and a.person_id = ${personId}
    where w.circle_id = ${circleId}
    order by w.opened_at desc`,
);

/** The wrap that goes on, or whose list is open while no other book is planned. */
export async function lastWrap(
  { circleId, personId, circle }: Member,
  { now = new Date() } = {},
): Promise<LastWrap | null> {
  const rows = await lastWraps({ circleId, personId, now, archived: circle.archived });
  const row = rows.find((wrap) => isOver(wrap, now) && (!wrap.open || !wrap.next));
  if (!row) return null;
  const { reading_id, title, answer_by, open, mine } = row;
  return { readingId: reading_id, book: title, answerBy: answer_by.toISOString(), open, mine };
}

/** Whether a reading has a wrap. */
export async function hasWrap(member: Member, readingId: number): Promise<boolean> {
  const wrap = await db
    .selectFrom('wrap')
    .select('reading_id')
    .where(inCircle(member, 'wrap'))
    .where('reading_id', '=', readingId)
    .executeTakeFirst();
  return wrap !== undefined;
}
