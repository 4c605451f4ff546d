import { enqueue } from '#app/platform/queue.server.ts';
import type { Tx } from '#db/database.server.ts';

interface Moved {
  circleId: number;
  personId: number;
}

/** Has what ends with a reading follow its last day, once the transaction commits. */
export const endMoved = (tx: Tx, { circleId, personId }: Moved, readingId: number): Promise<void> =>
  enqueue(
    tx,
    'tend-series-of-book',
    { circleId, readingId, byPersonId: personId },
    { key: `tend-series-of-book:${readingId}` },
  );
