import type { Member } from '#app/access/proofs.ts';
import { threadList } from '#app/discussions/rows/thread-list-statement.server.ts';
import { THREADS_A_PAGE } from '#app/discussions/rules/discussions.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { databasePool } from '#db/database.server.ts';
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
  /** notes by others that the viewer may read and has not had on a page, counted up to NEW_MAX */
  fresh: number;
  /** the names of who wrote in it lately, the latest first */
  people: string[];
  /** the viewer hears nothing of it */
  muted: boolean;
}

export interface ThreadFilter {
  sectionId?: number;
  sessionId?: number;
}

export interface ThreadsPage {
  threads: ListedThread[];
  /** for the page after it; null on the last */
  next: number | null;
  /** the last note in any of the circle's threads; null when there is no thread here */
  latest: number | null;
}

interface Row extends ContextRow {
  latest: number;
  id: number;
  title: string;
  last_note_id: number;
  last_note_at: Date;
  note_count: number;
  started_by: string;
  last_by: string | null;
  fresh: number;
  names: string[] | null;
  muted: boolean;
}

/**
 * A page of the circle's threads, the latest active first.
 * @param before only those less recently active: the last note's id, as `next` of a page gives it
 */
export async function threadsIn(
  member: Member,
  { sectionId, sessionId, before, now }: ThreadFilter & { before?: number } & Clock = {},
): Promise<ThreadsPage> {
  const where = {
    ...(sectionId && { 't.section_id =': sectionId }),
    ...(sessionId && { 't.session_id =': sessionId }),
    ...(before && { 't.last_note_id <': before }),
  };
  const rows = await rowsOf(member, where, THREADS_A_PAGE + 1, now);
  const shown = rows.slice(0, THREADS_A_PAGE);
  return {
    threads: await Promise.all(shown.map(listed)),
    next: rows.length > THREADS_A_PAGE ? (shown[shown.length - 1]?.last_note_id ?? null) : null,
    latest: rows[0]?.latest ?? null,
  };
}

/** The circle's most recently active threads. */
export async function latestThreads(
  member: Member,
  limit: number,
  { now }: Clock = {},
): Promise<ListedThread[]> {
  return Promise.all((await rowsOf(member, {}, limit, now)).map(listed));
}

// By what else holds of the threads: what is asked often keeps its text, and the name it is known by.
const texts = new Map<string, string>();

function textFor(conditions: string): string {
  const text = texts.get(conditions) ?? threadList(conditions);
  texts.set(conditions, text);
  return text;
}

async function rowsOf(
  { circleId, personId, circle }: Member,
  where: Record<string, number>,
  limit: number,
  now = new Date(),
): Promise<Row[]> {
  const conditions = Object.keys(where).map((condition, at) => `and ${condition} $${at + 5}`);
  const { rows } = await databasePool().query<Row>({
    text: textFor(conditions.join(' ')),
    values: [circleId, personId, todayIn(circle.timeZone, now), limit, ...Object.values(where)],
  });
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
    people: row.names ?? [],
    muted: row.muted,
  };
}
