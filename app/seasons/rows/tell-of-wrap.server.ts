import { tell } from '#app/notifications/commands/tell.server.ts';
import type { Executor } from '#db/database.server.ts';

interface Wrap {
  circleId: number;
  readingId: number;
  /** ISO: one that was taken back and opened again is another */
  openedAt: string;
  answerBy: Date;
}

interface Done {
  what: 'wrap-opened' | 'wrap-reminder' | 'list-open';
  /** null when nobody did it */
  by: number | null;
  at: Date;
  /** ids of members who are not told */
  except?: readonly number[];
}

/** Tells the members of a wrap, each kind of thing once. */
export const tellOfWrap = (
  tx: Executor,
  { circleId, readingId, openedAt, answerBy }: Wrap,
  { what, by, at, except = [] }: Done,
): Promise<void> =>
  tell(
    tx,
    { circleId },
    {
      occasion: what === 'list-open' ? 'list-opened' : what,
      ...{ thing: readingId, detail: {}, by, at },
      ...(what !== 'list-open' && { until: answerBy }),
      mail: {
        message: what,
        given: { circleId, readingId, openedAt },
        occasion: `wrap:${readingId}:${openedAt}`,
      },
    },
    { except },
  );
