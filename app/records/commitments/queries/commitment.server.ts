import type { Member } from '#app/access/proofs.ts';
import type { Became } from '#app/records/commitments/rules.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** A commitment of the viewer's. */
export interface OwnCommitment {
  id: number;
  sessionId: number;
  act: string;
  /** 'YYYY-MM-DD' */
  byOn: string;
  became: Became | null;
  word: string;
  version: number;
  takenBack: boolean;
}

/** One of the member's own; null where there is none, or it is another's. */
export const ownCommitment = (member: Member, id: number) => own(member, { id });

/** What the member said at a session they will do, also when they took it back. */
export const commitmentAt = (member: Member, sessionId: number) =>
  own(member, { session_id: sessionId });

async function own(
  member: Member,
  which: { id: number } | { session_id: number },
): Promise<OwnCommitment | null> {
  const [column, value] =
    'id' in which ? (['id', which.id] as const) : (['session_id', which.session_id] as const);
  const row = await db
    .selectFrom('commitment')
    .select(['id', 'session_id as sessionId', 'act', 'by_on as byOn', 'became', 'word', 'version'])
    .select('taken_back_at')
    .where(inCircle(member, 'commitment'))
    .where(column, '=', value)
    .where('person_id', '=', member.personId)
    .executeTakeFirst();
  if (!row) return null;
  const { taken_back_at, ...one } = row;
  return { ...one, became: one.became as Became | null, takenBack: taken_back_at !== null };
}

const A_WEEK = 7;

/** The day that is proposed for it: that of the session after, else a week from now. */
export function dayForCommitment(
  { circle }: Member,
  nextAt: string | null,
  now = new Date(),
): string {
  const today = todayIn(circle.timeZone, now);
  const next = nextAt === null ? null : todayIn(circle.timeZone, new Date(nextAt));
  return next !== null && next > today ? next : addDays(today, A_WEEK);
}
