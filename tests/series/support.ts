import { randomUUID } from 'node:crypto';
import type { Facilitator } from '#app/access/proofs.ts';
import { type NewSeries, startSeries } from '#app/series/commands/start-series.server.ts';
import { ruleOf } from '#app/series/rules/pattern.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { joined } from '#db/in-circle.server.ts';
import { db } from '#tests/support/set-up.ts';

/** The tests’ clock: a Saturday. */
export const now = new Date('2026-11-28T12:00:00Z');

/** Every Tuesday at half past five in Madrid, from 1 December. */
export function seriesForm(given: Partial<NewSeries> = {}): NewSeries {
  return {
    title: 'Tuesdays',
    minutes: 75,
    place: 'https://meet.example.org/tuesdays',
    rule: ruleOf({ by: 'week', every: 1, weekdays: [2] }),
    startsOn: '2026-12-01',
    time: '17:30',
    zone: 'Europe/Madrid',
    facilitatorId: null,
    untilOn: null,
    readingId: null,
    submissionKey: randomUUID(),
    ...given,
  };
}

export async function seriesIn(
  facilitator: Facilitator,
  given: Partial<NewSeries> = {},
  clock = { now },
): Promise<number> {
  const begun = await startSeries(facilitator, seriesForm(given), clock);
  if (!begun.ok) throw new Error(`not begun: ${begun.reason}`);
  return begun.seriesId;
}

/** The sessions of a series, in order, with whether they are off. */
export async function sessionsIn(seriesId: number) {
  const rows = await acrossCircles(db, 'a test')
    .selectFrom('session')
    .leftJoin('session_cancellation as off', (join) =>
      join.on(joined('off.session_id', 'session.id')),
    )
    .select(['session.id', 'occurs_on', 'starts_at', 'on_date', 'at_time', 'title', 'minutes'])
    .select(['place', 'facilitator_id', 'milestone_id', 'changed_alone', 'moved_at'])
    .select(['off.reason', 'off.of_series'])
    .where('series_id', '=', seriesId)
    .orderBy('occurs_on')
    .execute();
  return rows;
}

export const daysOf = async (seriesId: number) =>
  (await sessionsIn(seriesId)).map(({ occurs_on }) => occurs_on);
