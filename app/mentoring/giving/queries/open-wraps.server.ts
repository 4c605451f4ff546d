import type { Viewer } from '#app/access/proofs.ts';
import type { Clock } from '#app/time/clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';

/** The end of a season that is going on in one of the viewer's circles. */
export interface OpenWrap {
  circle: { slug: string; name: string };
  readingId: number;
  book: string;
}

const WRAPS = `
select c.slug, c.name, w.reading_id as "readingId", b.title as book
from wrap w
join circle c on c.id = w.circle_id
join reading r on r.circle_id = w.circle_id and r.id = w.reading_id and r.circle_id = any($1::bigint[])
join book b on b.circle_id = r.circle_id and b.id = r.book_id and b.circle_id = any($1::bigint[])
where w.circle_id = any($1::bigint[]) and w.answer_by > $2
  and not exists (select from circle_archive z
    where z.circle_id = w.circle_id and z.circle_id = any($1::bigint[]))
  and not exists (select from list_opening l
    where l.circle_id = w.circle_id and l.reading_id = w.reading_id
      and l.circle_id = any($1::bigint[]))
order by w.answer_by, w.reading_id
limit 3`;

/** Where a takeaway can be written now, the soonest to end first. */
export async function openWraps(
  { memberships }: Viewer,
  { now = new Date() }: Clock = {},
): Promise<OpenWrap[]> {
  const circles = memberships.map(({ circle }) => circle.id);
  if (circles.length === 0) return [];
  const { rows } = await acrossCircles(databasePool(), 'the viewer’s own circles').query<
    Omit<OpenWrap, 'circle'> & OpenWrap['circle']
  >({ text: WRAPS, values: [circles, now] });
  return rows.map(({ slug, name, ...wrap }) => ({ ...wrap, circle: { slug, name } }));
}
