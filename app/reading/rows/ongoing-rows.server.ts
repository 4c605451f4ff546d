import { sql } from 'kysely';
import type { SectionRow } from '#app/books/rows/sections.server.ts';
import { keptStatement } from '#db/kept-statement.server.ts';

interface Place {
  person_id: number;
  name: string;
  /** lets the circle see how far they are */
  shares: boolean;
  page: number | null;
  percent: number | null;
  read: number[];
}

export interface OngoingRow {
  id: number;
  circle_id: number;
  version: number;
  starts_on: string;
  ends_on: string;
  book_id: number;
  book_title: string;
  subtitle: string;
  author: string;
  /** the book's, in its order */
  sections: SectionRow[];
  /** with the ids of their sections */
  milestones: { id: number; title: string; due_on: string; sections: number[] }[];
  said: Place[];
}

interface Asked {
  circleIds: readonly number[];
  until: string;
  /** of whom to say how far they are; everybody's, when null */
  personId: number | null;
}

/**
 * Readings of circles that the caller holds a proof for, which nobody ended and which go on at least
 * until a day, the one that starts first coming first; with all that tells where a reader is.
 */
export const ongoingRows = keptStatement(({ circleIds, until, personId }: Asked) => {
  // A planner does not pass a list on to what is joined.
  const circles = sql`${circleIds}::bigint[]`;
  return sql<OngoingRow>`
    select r.id, r.circle_id, r.version, r.starts_on, r.ends_on,
      b.id as book_id, b.title as book_title, b.subtitle, b.author,
      coalesce((select json_agg(s) from (
        select id, kind, label, title, start_page, end_page from section
        where circle_id = r.circle_id and book_id = r.book_id order by position
      ) s), '[]') as sections,
      coalesce((select json_agg(m) from (
        select n.id, n.title, n.due_on, array(
          select section_id from milestone_section
          where circle_id = n.circle_id and milestone_id = n.id
        ) as sections
        from milestone n where n.circle_id = r.circle_id and n.reading_id = r.id
        order by n.due_on, n.id
      ) m), '[]') as milestones,
      coalesce((select json_agg(p) from (
        select m.person_id, a.name, h.since is not null as shares, p.page, p.percent, array(
          select section_id from section_read
          where circle_id = r.circle_id and reading_id = r.id and person_id = m.person_id
        ) as read
        from membership m join person a on a.id = m.person_id
        left join progress_sharing h
          on h.circle_id = m.circle_id and h.person_id = m.person_id
        left join place_reached p
          on p.circle_id = m.circle_id and p.reading_id = r.id and p.person_id = m.person_id
        where m.circle_id = r.circle_id
          and (m.person_id = ${personId} or ${personId}::bigint is null)
        order by search_key(a.name) collate "C"
      ) p), '[]') as said
    from reading r join book b on b.circle_id = r.circle_id and b.id = r.book_id
      and b.circle_id = any(${circles})
    where r.circle_id = any(${circles}) and r.ends_on >= ${until}::date
      and not exists (select from reading_end e
        where e.circle_id = r.circle_id and e.reading_id = r.id and e.circle_id = any(${circles}))
    order by r.starts_on, r.id`;
});
