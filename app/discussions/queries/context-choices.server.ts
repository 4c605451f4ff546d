import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { type SectionKind, sectionName } from '#app/books/rules/section-name.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';

const SESSIONS = 12;

export interface ContextChoices {
  book: string | null;
  sections: { id: number; name: string }[];
  sessions: { id: number; title: string; startsAt: string; timeZone: string }[];
}

interface Asked {
  /** only those that have threads */
  discussed?: boolean;
  /** a section and a session to offer in any case */
  besides?: { sectionId?: number; sessionId?: number };
}

interface Row {
  sections: { id: number; kind: SectionKind; label: string; title: string; book: string }[] | null;
  sessions: ContextChoices['sessions'] | null;
}

/**
 * What a new thread may belong to: sections of the book the circle reads now (or read last), and
 * its next and latest sessions. One round trip.
 */
export async function contextChoices(
  member: Member,
  { discussed = false, besides = {}, now = new Date() }: Asked & Clock = {},
): Promise<ContextChoices> {
  const { circleId, circle } = member;
  const today = todayIn(circle.timeZone, now);
  const sectionId = besides.sectionId ?? 0;
  const sessionId = besides.sessionId ?? 0;
  const { rows } = await sql<Row>`
    select (
      select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'label', s.label,
        'title', s.title, 'book', b.title) order by s.book_id desc, s.position)
      from section s join book b on b.circle_id = s.circle_id and b.id = s.book_id
      where s.circle_id = ${circleId} and (s.id = ${sectionId} or (s.book_id = (
        select r.book_id from reading r where r.circle_id = ${circleId}
        order by (r.starts_on <= ${today}::date) desc, r.starts_on desc, r.id desc limit 1)
      ${
        discussed
          ? sql`and exists (
              select from thread t where t.circle_id = ${circleId} and t.section_id = s.id)`
          : sql``
      }))
    ) as sections, (
      select json_agg(json_build_object('id', m.id, 'title', m.title, 'startsAt', m.starts_at,
        'timeZone', m.time_zone)) from (
        select m.id, m.title, m.starts_at, m.time_zone
        from session m
        where m.circle_id = ${circleId} and (m.id = ${sessionId} or (
          m.starts_at < now() + interval '60 days'
          and not exists (
            select from session_cancellation c
            where c.circle_id = m.circle_id and c.session_id = m.id)
          ${
            discussed
              ? sql`and exists (
                  select from thread t where t.circle_id = ${circleId} and t.session_id = m.id)`
              : sql``
          }))
        order by (m.id = ${sessionId}) desc, m.starts_at desc limit ${SESSIONS}
      ) m
    ) as sessions`.execute(db);
  const { sections, sessions } = rows[0] ?? { sections: null, sessions: null };
  return {
    book: sections?.[0]?.book ?? null,
    sections: (sections ?? []).map((section) => ({ id: section.id, name: sectionName(section) })),
    sessions: (sessions ?? []).map(({ startsAt, ...session }) => ({
      ...session,
      startsAt: new Date(startsAt).toISOString(),
    })),
  };
}
