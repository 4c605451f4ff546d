import { DUE } from '#app/notifications/bundles/rows/due-statement.server.ts';
import { giveStatement } from '#app/notifications/bundles/rows/give-statement.server.ts';
import { type Bundle, bundleOf, type Waiting } from '#app/notifications/bundles/rules/bundle-of.ts';
import { type HoursRow, hoursOf } from '#app/notifications/hearing/rows/hours.server.ts';
import type { Volume } from '#app/notifications/hearing/rules/volumes.ts';
import { calm } from '#app/platform/calm.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool, db } from '#db/database.server.ts';

interface Row extends HoursRow {
  past: string;
  past_person: number;
  person_id: number;
  time_zone: string;
  circle_id: number | null;
  topic: string;
  mail_at: Date;
  volume: Volume;
}

interface Item extends Waiting {
  /** null: between people */
  circleId: number | null;
  topic: string;
}

/** How many lines are looked at in one go. */
const AT_ONCE = 300;

/**
 * Writes the mails that tell of what people have not seen: one to each person for whom something is
 * due, by what they want to hear and when. Twice, also at the same time, is once.
 */
export async function sendDue({ now = new Date() }: Clock = {}): Promise<void> {
  let after: [string, number] = ['-infinity', 0];
  for (;;) {
    await calm.come();
    const { rows } = await acrossCircles(databasePool(), OF_ALL).query<Row>({
      text: DUE,
      values: [now, ...after, AT_ONCE],
    });
    const [first] = rows;
    if (!first) return;
    after = [first.past, first.past_person];
    await calm.come();
    await give(decided(rows, now), now);
  }
}

const OF_ALL = 'a person’s mail is of all their circles';

type Decided = Bundle<Item> & { personId: number };

/** What is done for each of the people whose lines these are. */
function decided(rows: readonly Row[], now: Date): Decided[] {
  const people = new Map<number, [Row, ...Row[]]>();
  for (const row of rows) {
    const known = people.get(row.person_id);
    if (known) known.push(row);
    else people.set(row.person_id, [row]);
  }
  return [...people].map(([personId, lines]) => {
    const [whose] = lines;
    const items = lines.map(({ circle_id: circleId, topic, mail_at: mailAt, volume }) => ({
      ...{ circleId, topic, mailAt, volume },
    }));
    const { time_zone: zone } = whose;
    return { personId, ...bundleOf(items, { hours: hoursOf(whose), zone }, now) };
  });
}

async function give(people: readonly Decided[], now: Date): Promise<void> {
  const named = (personId: number, { circleId, topic }: Item) => ({
    ...{ person_id: personId, circle_id: circleId, topic },
  });
  const messages = people.flatMap(({ personId, goes }) =>
    goes === null ? [] : [{ person_id: personId, ...messageOf(goes, now) }],
  );
  const going = people.flatMap(({ personId, goes }) =>
    (goes?.items ?? []).map((item) => named(personId, item)),
  );
  const waiting = people.flatMap(({ personId, putOff }) =>
    putOff.map(({ item, until }) => ({ ...named(personId, item), until })),
  );
  await giveStatement({ messages, going, waiting }, now).execute(acrossCircles(db, OF_ALL));
}

/** A mail that tells of one circle only is that circle's. */
function messageOf({ kind, items }: NonNullable<Bundle<Item>['goes']>, now: Date) {
  const circles = new Set(items.map(({ circleId }) => circleId));
  const [circle] = circles;
  return {
    ...{ kind, occasion: `${kind}:${now.toISOString()}` },
    circle_id: circles.size === 1 ? (circle ?? null) : null,
  };
}
