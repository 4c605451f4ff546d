import { sql } from 'kysely';
import type { Cloth, Viewer } from '#app/access/proofs.ts';
import { freeSeats } from '#app/circles/rules/circles.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

const CIRCLES_A_PAGE = 20;

interface ListedRow {
  id: number;
  slug: string;
  name: string;
  purpose: string;
  cloth: Cloth;
  time_zone: string;
  seats: number;
  members: number;
  offers: number;
  reading: string | null;
  asked: boolean;
  in_line: boolean;
}

/**
 * Listed circles the viewer is not in, newest first.
 * @param before the id after which the page begins
 * @returns older: where the next page begins, null on the last one
 */
export async function listedCircles(viewer: Viewer, before: number | null) {
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const { rows } = await sql<ListedRow>`
    select c.id, c.slug, c.name, c.purpose, c.cloth, c.time_zone, c.seats,
      (select count(*) from membership m where m.circle_id = c.id) as members,
      (select count(*) from waiting_place w where w.circle_id = c.id
        and w.ended_at is null and w.offer_expires_at > ${now}) as offers,
      (select b.title from reading r join book b on b.circle_id = r.circle_id and b.id = r.book_id
        where r.circle_id = c.id and r.starts_on <= ${today} and r.ends_on >= ${today}
          and not exists (select from reading_end e
            where e.circle_id = r.circle_id and e.reading_id = r.id)
        order by r.starts_on desc limit 1) as reading,
      exists (select from join_request q where q.circle_id = c.id
        and q.person_id = ${viewer.personId} and q.decided_at is null) as asked,
      exists (select from waiting_place w where w.circle_id = c.id
        and w.person_id = ${viewer.personId} and w.ended_at is null) as in_line
    from circle c
    where c.visibility = 'listed'
      and not exists (select from circle_archive z where z.circle_id = c.id)
      and (${before}::bigint is null or c.id < ${before}::bigint)
      and not exists (select from membership m
        where m.circle_id = c.id and m.person_id = ${viewer.personId})
    order by c.id desc
    limit ${CIRCLES_A_PAGE + 1}`.execute(
    acrossCircles(db, 'listed circles show this of themselves'),
  );
  const page = rows.slice(0, CIRCLES_A_PAGE);
  return {
    circles: page.map((row) => ({
      slug: row.slug,
      name: row.name,
      purpose: row.purpose,
      cloth: row.cloth,
      timeZone: row.time_zone,
      seats: row.seats,
      members: row.members,
      free: freeSeats(row),
      reading: row.reading,
      asked: row.asked,
      inLine: row.in_line,
    })),
    older: rows.length > CIRCLES_A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

export type ListedCircle = Awaited<ReturnType<typeof listedCircles>>['circles'][number];
