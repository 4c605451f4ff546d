import type { Viewer } from '#app/access/proofs.ts';
import { asSection } from '#app/books/rows/sections.server.ts';
import { planSoFar } from '#app/reading/progress/queries/own-progress.server.ts';
import { nothingSaid, withinLine } from '#app/reading/progress/rules/line.ts';
import { type NextToRead, nextToRead } from '#app/reading/progress/rules/next-to-read.ts';
import type { ReadingRow } from '#app/reading/rows/reading-rows.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { type OngoingReading, ongoingReadings } from './ongoing-readings.server.ts';

/** What a viewer reads for in one of their circles. */
export interface ReadingNow extends Omit<NextToRead, 'dueOn'> {
  circle: { slug: string; name: string };
  readingId: number;
  /** null once it is past: nobody is told that they are late */
  dueOn: string | null;
}

/**
 * What the viewer reads for now in each of their circles, what is due first coming first; nothing of
 * a circle whose plan is behind them whole.
 * @param clock.ongoing their readings, where they are asked for anyway
 */
export async function readingsNow(
  viewer: Viewer,
  { now = new Date(), ongoing }: Clock & { ongoing?: Promise<OngoingReading[]> } = {},
): Promise<ReadingNow[]> {
  const circles = new Map(viewer.memberships.map(({ circle }) => [circle.id, circle]));
  const todayOf = ({ circle_id }: ReadingRow) =>
    todayIn(circles.get(circle_id)?.timeZone ?? 'UTC', now);
  const rows = await (ongoing ?? ongoingReadings(viewer, { now }));
  const planned = rows.filter((row) => row.ends_on >= todayOf(row));
  const current = [...circles.keys()]
    .flatMap((id) => planned.find((row) => row.circle_id === id) ?? [])
    .filter((row) => row.starts_on <= todayOf(row));
  const found = current.flatMap((row) => {
    const circle = circles.get(row.circle_id);
    const today = todayOf(row);
    const milestones = row.milestones.map(({ due_on, sections }) => ({
      dueOn: due_on,
      sections: sections.map(asSection),
    }));
    const said = row.said.get(viewer.personId) ?? nothingSaid;
    const within = withinLine(row.sections, said, planSoFar({ milestones }, today));
    const next = nextToRead(milestones, row.sections, within);
    return circle && next ? [{ circle, readingId: row.id, next, today }] : [];
  });
  return found
    .sort((a, b) => (a.next.dueOn < b.next.dueOn ? -1 : 1))
    .map(({ circle, readingId, next, today }) => ({
      ...next,
      circle: { slug: circle.slug, name: circle.name },
      readingId,
      dueOn: next.dueOn < today ? null : next.dueOn,
    }));
}
