import { randomUUID } from 'node:crypto';
import type { SeedSession } from '#app/demo/community/types.ts';
import type { CirclePlace } from './circles.server.ts';
import { ago, dayAt } from './days.server.ts';

/** A series as its sessions need it. */
export interface SeriesPlace {
  id: number;
  minutes: number;
  place: string;
}

/** Writes the circle's series, with the days it skips; null where it has none. */
export async function insertSeries(place: CirclePlace): Promise<SeriesPlace | null> {
  const { tx, circle, circleId, anchor, personId } = place;
  const { series } = circle;
  const own = circle.sessions.filter(({ inSeries }) => inSeries);
  const [first] = own;
  const last = own.at(-1);
  if (!series || !first || !last) return null;
  const begunAt = ago(anchor, series.begunDaysAgo);
  const by = personId(series.begunBy);
  const { minutes } = series;
  const { id } = await tx
    .insertInto('series')
    .values({
      ...{ circle_id: circleId, minutes, place: series.place, rule: series.rule },
      ...{ starts_on: dayAt(anchor, first.dayOffset), at_time: series.time },
      ...{ time_zone: circle.timeZone, made_until: dayAt(anchor, last.dayOffset) },
      ...{ calendar_uid: `${randomUUID()}@octavo`, submission_key: randomUUID() },
      ...{ created_by: by, created_at: begunAt, changed_at: begunAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const skipped = own.flatMap(({ dayOffset, cancelled }) =>
    cancelled ? [{ dayOffset, ...cancelled }] : [],
  );
  await tx
    .insertInto('series_skip')
    .values(
      skipped.map(({ dayOffset, by: who, daysAgo }) => ({
        ...{ circle_id: circleId, series_id: id, occurs_on: dayAt(anchor, dayOffset) },
        ...{ by_person_id: personId(who), at: ago(anchor, daysAgo) },
      })),
    )
    .execute();
  return { id, minutes, place: series.place };
}

/** What its sessions say of their series. */
export function occurrenceOf(
  series: SeriesPlace | null,
  { inSeries, dayOffset, title, minutes, place }: SeedSession,
  anchor: CirclePlace['anchor'],
) {
  if (!series || !inSeries) return {};
  return {
    ...{ series_id: series.id, occurs_on: dayAt(anchor, dayOffset) },
    changed_alone: title !== '' || minutes !== series.minutes || place !== series.place,
  };
}
