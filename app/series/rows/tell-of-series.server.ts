import { type ToTell, tellAll } from '#app/notifications/commands/tell.server.ts';
import type { SeriesTold } from '#app/series/mail/series-told.tsx';
import type { Tx } from '#db/database.server.ts';
import type { InCircle } from '#db/in-circle.server.ts';

interface Told {
  seriesId: number;
  /** of its row: it rises with every change, so each is told once */
  sequence: number;
  what: SeriesTold;
  /** why it ended */
  word?: string;
  by: number | null;
  at: Date;
}

/** Tells the members once what was done with a series, however many sessions that are. */
export function tellOfSeries(
  tx: Tx,
  circle: InCircle & { circle?: { timeZone: string } },
  { seriesId, sequence, what, word = '', by, at }: Told,
): Promise<void> {
  const mail = {
    message: 'series-told',
    given: { seriesId, byPersonId: by, what, word },
    occasion: `series:${seriesId}:${sequence}`,
  } as const;
  const detail = what === 'ended' ? { word } : {};
  const told = { occasion: `series-${what}`, thing: seriesId, detail, by, at, mail } as const;
  return tellAll(tx, circle, [[told] as unknown as ToTell]);
}
