import { createHash } from 'node:crypto';
import type { Facilitator, Member } from '#app/access/proofs.ts';
import { bookOf } from '#app/books/queries/books.server.ts';
import {
  type ReplanChoice,
  type Replanned,
  replan,
  replanChoices,
  suggestDropped,
} from '#app/reading/plan/rules/replan.ts';
import {
  type ComingSession,
  milestoneStateOf,
  type ReplanGround,
} from '#app/reading/plan/rules/replan-ground.ts';
import { changesInWords, compare, isChange } from '#app/reading/plan/words.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { todayOf } from '#app/reading/rows/reading-rows.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import { planTermsOf } from './plan-terms.server.ts';

export interface ReplanAsk {
  /** the last section the circle has read, 0 for none; null: all that was due */
  upTo: number | null;
  /** what is no longer read by everyone; null: what is suggested */
  dropped: readonly number[] | null;
}

/** The rest of a reading, and what each choice would make of it. Null when the reading is over. */
export async function replanning(
  facilitator: Facilitator,
  readingId: number,
  ask: ReplanAsk,
  sessions: readonly ComingSession[],
  clock: Clock = {},
) {
  const reading = await readingOf(facilitator, readingId, clock);
  if (!reading || reading.state === 'past') return null;
  const [book, terms] = await Promise.all([
    bookOf(facilitator, reading.book.id),
    planTermsOf(facilitator, readingId),
  ]);
  const milestones = reading.milestones.map(({ id, title, dueOn, sections }) => ({
    id,
    title,
    dueOn,
    sectionIds: sections.map((section) => section.id),
  }));
  const today = todayOf(facilitator, clock);
  const ground: ReplanGround = {
    book: book?.sections ?? [],
    milestones,
    startsOn: reading.startsOn,
    endsOn: reading.endsOn,
    terms,
    sessions,
    today,
    readUpTo: null,
  };
  const due = milestones.filter(({ dueOn }) => dueOn <= today).flatMap((one) => one.sectionIds);
  const reached = ground.book.filter(({ id }) => due.includes(id));
  const readUpTo = ask.upTo ?? reached.at(-1)?.id ?? 0;
  ground.readUpTo = reached.some(({ id }) => id === readUpTo) ? readUpTo : null;
  const dropped = ask.dropped ?? suggestDropped(ground);
  const { behind, coming } = milestoneStateOf(ground);
  const open = new Set([...behind, ...coming.flatMap(({ sectionIds }) => sectionIds)]);
  return {
    reading,
    terms,
    readUpTo: ground.readUpTo ?? 0,
    reached,
    open: ground.book.filter(({ id, kind }) => open.has(id) && kind !== 'part'),
    dropped: dropped.filter((id) => open.has(id)),
    outcomes: replanChoices.map((choice) => outcomeOf(ground, choice, dropped)),
  };
}

export type Replanning = NonNullable<Awaited<ReturnType<typeof replanning>>>;

function outcomeOf(ground: ReplanGround, choice: ReplanChoice, dropped: readonly number[]) {
  const plan = replan(ground, choice, dropped);
  if (!plan.ok) return { choice, plan, seen: '', words: [], days: [] };
  return {
    choice,
    plan: isChange(ground, plan) ? plan : unchanged,
    seen: fingerprint(plan),
    words: changesInWords(ground, plan),
    days: compare(ground, plan),
  };
}

const unchanged: Replanned = { ok: false, reason: 'As things stand, this changes nothing.' };

/** What was shown, so that only that is done: a session may move while somebody looks. */
const fingerprint = (plan: Replanned) =>
  createHash('sha256').update(JSON.stringify(plan)).digest('base64url');

/**
 * The reading to plan anew because a session of one of its milestones is off, or on another day than
 * the milestone; null when nothing is affected.
 */
export async function affectedReading(
  member: Member,
  session: { milestoneId: number | null; day: string; cancelled: boolean; moved: boolean },
  clock: Clock = {},
): Promise<number | null> {
  const { milestoneId, day, cancelled, moved } = session;
  if (milestoneId === null || !(cancelled || moved)) return null;
  const row = await db
    .selectFrom('milestone')
    .innerJoin('reading', (join) => join.on(joined('reading.id', 'milestone.reading_id')))
    .leftJoin('reading_end', (join) => join.on(joined('reading_end.reading_id', 'reading.id')))
    .select(['reading.id', 'milestone.due_on'])
    .where(inCircle(member, 'milestone'))
    .where('milestone.id', '=', milestoneId)
    .where('milestone.due_on', '>=', todayOf(member, clock))
    .where('reading_end.reading_id', 'is', null)
    .executeTakeFirst();
  if (!row || (!cancelled && row.due_on === day)) return null;
  return row.id;
}
