import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { sectionsOf } from '#app/books/queries/books.server.ts';
import type { SectionView } from '#app/books/queries/section-view.ts';
import { sectionName } from '#app/books/rules/section-name.ts';
import {
  furthest,
  nothingSaid,
  type SaidProgress,
  saidAnything,
  withinLine,
} from '#app/reading/progress/rules/line.ts';
import { type NextToRead, nextToRead } from '#app/reading/progress/rules/next-to-read.ts';
import { mostBehind, stageOf, withMe } from '#app/reading/progress/rules/standing.ts';
import type { OngoingReading } from '#app/reading/queries/ongoing-readings.server.ts';
import type { ReadingView } from '#app/reading/queries/reading-view.ts';
import { asReading, todayOf } from '#app/reading/rows/reading-rows.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import { planSoFar, saidIn } from './own-progress.server.ts';

/** Where a member stands in a reading, and what they may know of the others. */
export interface Standing {
  readingId: number;
  /** what they said themselves; nothing said means to be where the plan is */
  said: boolean;
  page: number | null;
  percent: number | null;
  sections: (SectionView & { within: boolean })[];
  /** the furthest section they have behind them, by name */
  furthest: string | null;
  /** the circle's plan is further */
  behind: boolean;
  next: NextToRead | null;
  /** to those who plan: most of the circle is behind */
  offerReplan: boolean;
  /** how many of the circle are where they are; null when no number is said */
  withMe: { here: number; of: number } | null;
  /** those who let the circle see it */
  named: { id: number; name: string; words: string }[];
  /** whether they let the circle see theirs */
  shares: boolean;
}

export async function standingIn(
  member: Member,
  reading: ReadingView,
  clock: Clock = {},
): Promise<Standing> {
  const [sections, said, people] = await Promise.all([
    sectionsOf(member, reading.book.id),
    saidIn(db, member, reading.id),
    peopleOf(member),
  ]);
  return standingOf(member, { reading, sections, said, people }, clock);
}

/**
 * What the circle reads and will read, and where the member stands in the first of it; nothing when
 * nothing is planned.
 * @param ongoing the circle's readings (ongoingIn)
 */
export function standingNow(
  member: Member,
  ongoing: readonly OngoingReading[],
  clock: Clock = {},
): { ahead: ReadingView[]; reading: ReadingView | null; standing: Standing | null } {
  const today = todayOf(member, clock);
  const [row, ...later] = ongoing.filter(({ ends_on }) => ends_on >= today);
  if (!row) return { ahead: [], reading: null, standing: null };
  const reading = asReading(row, today);
  return {
    ahead: [reading, ...later.map((other) => asReading(other, today))],
    reading,
    standing: standingOf(member, { ...row, reading }, clock),
  };
}

/** Where a member stands in one of the circle's readings. */
export const standingAt = (member: Member, row: OngoingReading, clock: Clock = {}): Standing =>
  standingOf(member, { ...row, reading: asReading(row, todayOf(member, clock)) }, clock);

interface Known {
  reading: ReadingView;
  sections: SectionView[];
  said: Map<number, SaidProgress>;
  people: OngoingReading['people'];
}

function standingOf(
  member: Member,
  { reading, sections, said, people }: Known,
  clock: Clock,
): Standing {
  const plan = planSoFar(reading, todayOf(member, clock));
  const lineOf = (what: SaidProgress) => withinLine(sections, what, plan);
  const mine = said.get(member.personId) ?? nothingSaid;
  const within = lineOf(mine);
  const nameOf = (line: ReadonlySet<number>) => {
    const last = furthest(sections, line);
    return last && sectionName(last);
  };
  const stood = (personId: number, shares: boolean) => {
    const what = said.get(personId);
    const line = lineOf(what ?? nothingSaid);
    return {
      stage: stageOf(reading.milestones, line),
      behind: isBehind(line),
      said: what !== undefined,
      shares,
    };
  };
  const isBehind = (line: ReadonlySet<number>) => plan.due.some((id) => !line.has(id));
  const shares = people.some(({ id, shares }) => shares && id === member.personId);
  const me = stood(member.personId, shares);
  const others = people.filter(({ id }) => id !== member.personId);
  const theirs = others.map((person) => stood(person.id, person.shares));
  const { behind } = me;
  const here = withMe(me, theirs);
  return {
    readingId: reading.id,
    said: saidAnything(mine),
    page: mine.page,
    percent: mine.percent,
    sections: sections.map((section) => ({ ...section, within: within.has(section.id) })),
    furthest: nameOf(within),
    behind,
    offerReplan: member.role !== 'member' && mostBehind(me, theirs),
    next: nextToRead(reading.milestones, sections, within),
    withMe: here === null || behind ? null : { here, of: people.length },
    named: others.flatMap(({ id, name, shares }) => {
      const what = said.get(id);
      return shares && what ? { id, name, words: nameOf(lineOf(what)) ?? '' } : [];
    }),
    shares,
  };
}

async function peopleOf(member: Member) {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('progress_sharing', (join) =>
      join.on(joined('progress_sharing.person_id', 'membership.person_id')),
    )
    .select(['person.id', 'person.name', 'progress_sharing.since'])
    .where(inCircle(member, 'membership'))
    .orderBy(sql`search_key(person.name) collate "C"`)
    .execute();
  return rows.map(({ id, name, since }) => ({ id, name, shares: since !== null }));
}
