import { type RawBuilder, sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { NEW_MAX, THREADS_A_PAGE } from '#app/discussions/rules/discussions.ts';
import { db } from '#db/database.server.ts';
import { type ContextRow, contextOf, type ThreadContext } from './thread-context.server.ts';

export interface ListedThread {
  id: number;
  title: string;
  context: ThreadContext;
  startedBy: string;
  /** who wrote the latest note; null when that was taken back */
  lastBy: string | null;
  /** ISO */
  lastAt: string;
  notes: number;
  /** notes by others since the viewer's last visit, counted up to NEW_MAX */
  fresh: number;
}

export interface ThreadFilter {
  sectionId?: number;
  sessionId?: number;
}

interface Row extends ContextRow {
  id: number;
  title: string;
  last_note_id: number;
  last_note_at: Date;
  note_count: number;
  started_by: string;
  last_by: string | null;
  fresh: number;
}

/**
 * A page of the circle's threads, the latest active first.
 * @param before only those less recently active: the last note's id, as `next` of a page gives it
 */
export async function threadsIn(
  member: Member,
  { sectionId, sessionId, before }: ThreadFilter & { before?: number } = {},
): Promise<{ threads: ListedThread[]; next: number | null }> {
  const rows = await rowsOf(
    member,
    sql`
      ${sectionId ? sql`and t.section_id = ${sectionId}` : sql``}
      ${sessionId ? sql`and t.session_id = ${sessionId}` : sql``}
      ${before ? sql`and t.last_note_id < ${before}` : sql``}`,
    THREADS_A_PAGE + 1,
  );
  const shown = rows.slice(0, THREADS_A_PAGE);
  return {
    threads: await Promise.all(shown.map(listed)),
    next: rows.length > THREADS_A_PAGE ? (shown[shown.length - 1]?.last_note_id ?? null) : null,
  };
}

/** The circle's most recently active threads. */
export async function latestThreads(member: Member, limit: number): Promise<ListedThread[]> {
  return Promise.all((await rowsOf(member, sql``, limit)).map(listed));
}

async function rowsOf(member: Member, where: RawBuilder<unknown>, limit: number): Promise<Row[]> {
  const { circleId, personId } = member;
  // New notes are read backwards from the latest, never further than NEW_MAX. In a thread that the
  // viewer never opened, what was written before they joined is not new to them.
  const { rows } = await sql<Row>`
    select t.id, t.title, t.deck, t.card, t.note_count, t.last_note_id, t.last_note_at,
      starter.name as started_by, author.name as last_by,
      case when s.id is not null then
        json_build_object('id', s.id, 'kind', s.kind, 'label', s.label, 'title', s.title)
      end as section,
      case when m.id is not null then
        json_build_object('id', m.id, 'title', m.title, 'startsAt', m.starts_at) end as session,
      coalesce(fresh.notes, 0) as fresh
    from (
      select * from thread t
      where t.circle_id = ${circleId} and t.last_note_id is not null ${where}
      order by t.last_note_id desc limit ${limit}
    ) t
    join person starter on starter.id = t.started_by
    left join section s on s.circle_id = t.circle_id and s.id = t.section_id
    left join session m on m.circle_id = t.circle_id and m.id = t.session_id
    left join note last on last.circle_id = t.circle_id and last.id = t.last_note_id
      and not exists (
        select from note_deletion d where d.circle_id = t.circle_id and d.note_id = t.last_note_id)
    left join person author on author.id = last.author_id
    left join thread_visit v on v.circle_id = t.circle_id and v.thread_id = t.id
      and v.person_id = ${personId}
    left join lateral (
      select count(*) as notes from (
        select n.id, n.author_id, n.posted_at from note n
        where n.circle_id = ${circleId} and n.thread_id = t.id
          and n.id > coalesce(v.seen_note_id, 0)
        order by n.id desc limit ${NEW_MAX}
      ) n
      where n.author_id <> ${personId}
        and (v.person_id is not null or n.posted_at > (
          select joined_at from membership
          where circle_id = ${circleId} and person_id = ${personId}))
        and not exists (
          select from note_deletion d where d.circle_id = ${circleId} and d.note_id = n.id)
    ) fresh on t.last_note_id > coalesce(v.seen_note_id, 0)
    order by t.last_note_id desc`.execute(db);
  return rows;
}

async function listed(row: Row): Promise<ListedThread> {
  return {
    id: row.id,
    title: row.title,
    context: await contextOf(row),
    startedBy: row.started_by,
    lastBy: row.last_by,
    lastAt: row.last_note_at.toISOString(),
    notes: row.note_count,
    fresh: row.fresh,
  };
}
