import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import {
  commitmentsAt,
  questionsAt,
  sessionBefore,
} from '#app/records/rows/record-parts.server.ts';
import { db } from '#db/database.server.ts';
import type { CommitmentLine, Opening, QuestionLine } from './record-view.ts';

/** What a session's page says of what is kept of it. */
export interface RecordOnSession {
  /** what was said at a session before, which this one opens with */
  before: Opening | null;
  /** those the viewer may read */
  questions: QuestionLine[];
  /** how many are brought, read or not */
  brought: number;
  threadId: number | null;
}

interface Row extends Omit<RecordOnSession, 'before'> {
  before_id: number | null;
  before_at: Date | null;
  commitments: CommitmentLine[];
}

/** What opens a session, and the questions brought to it. One statement. */
export async function recordOnSession(
  { circleId, personId, role }: Member,
  sessionId: number,
  { now = new Date() } = {},
): Promise<RecordOnSession> {
  const { rows } = await sql<Row>`
    select before.id as before_id, before.starts_at as before_at,
      ${commitmentsAt('before', personId)} as commitments,
      ${questionsAt({ personId, runs: role !== 'member' }, now)} as questions, (
        select count(*)::int from session_question q where q.circle_id = s.circle_id
          and q.session_id = s.id and q.taken_back_at is null) as brought, (
        select q.thread_id from session_question_thread q
        where q.circle_id = s.circle_id and q.session_id = s.id) as "threadId"
    from session s
    ${sessionBefore}
    where s.circle_id = ${circleId} and s.id = ${sessionId}`.execute(db);
  const [row] = rows;
  if (!row) return { before: null, questions: [], brought: 0, threadId: null };
  const { before_id, before_at, commitments, ...rest } = row;
  const before =
    before_id === null || before_at === null
      ? null
      : { sessionId: before_id, startsAt: before_at.toISOString(), commitments };
  return { ...rest, before };
}
