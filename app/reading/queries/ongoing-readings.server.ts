import type { Member, Viewer } from '#app/access/proofs.ts';
import type { SectionView } from '#app/books/queries/section-view.ts';
import { asSection } from '#app/books/rows/sections.server.ts';
import { type SaidProgress, saidAnything } from '#app/reading/progress/rules/line.ts';
import { type OngoingRow, ongoingRows } from '#app/reading/rows/ongoing-rows.server.ts';
import type { ReadingRow } from '#app/reading/rows/reading-rows.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';

/** A reading that goes on or is to come. */
export interface OngoingReading extends ReadingRow {
  /** the book's, in its order */
  sections: SectionView[];
  /** what was said of it, by person; nobody who said nothing */
  said: Map<number, SaidProgress>;
  /** those of whom it was asked how far they are, by name */
  people: { id: number; name: string; shares: boolean }[];
}

/**
 * In all circles of the viewer: what is read and will be, and how far they are themselves. One round
 * trip, whatever the number of circles.
 */
export async function ongoingReadings(
  viewer: Viewer,
  { now = new Date() }: Clock = {},
): Promise<OngoingReading[]> {
  const circleIds = viewer.memberships.map(({ circle }) => circle.id);
  if (circleIds.length === 0) return [];
  const of = { circleIds, until: earliestDay(now), personId: viewer.personId };
  return (await ongoingRows(of)).map(asOngoing);
}

/** In one circle: what is read and will be, and how far each member is. */
export async function ongoingIn(
  { circleId, circle }: Member,
  { now = new Date() }: Clock = {},
): Promise<OngoingReading[]> {
  const of = { circleIds: [circleId], until: todayIn(circle.timeZone, now), personId: null };
  return (await ongoingRows(of)).map(asOngoing);
}

/** The day it still is somewhere. */
const earliestDay = (now: Date) => todayIn('Etc/GMT+12', now);

function asOngoing({ sections, milestones, said, ...row }: OngoingRow): OngoingReading {
  return {
    ...row,
    ended_on: null,
    sections: sections.map(asSection),
    milestones: milestones.map((milestone) => {
      const own = new Set(milestone.sections);
      return { ...milestone, sections: sections.filter(({ id }) => own.has(id)) };
    }),
    said: new Map(
      said.flatMap(({ person_id, read, page, percent }) => {
        const progress = { read, page, percent };
        return saidAnything(progress) ? [[person_id, progress]] : [];
      }),
    ),
    people: said.map(({ person_id, name, shares }) => ({ id: person_id, name, shares })),
  };
}
