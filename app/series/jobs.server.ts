import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { tendSeries, tendSeriesOfBook } from './commands/tend-series.server.ts';
import { giveTurns } from './rota/commands/give-turns.server.ts';
import { type CannotCome, passTurns } from './rota/commands/pass-duty.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'tend-series': Record<string, never>;
    'tend-series-of-book': { circleId: number; readingId: number; byPersonId: number };
    /** of one circle, or of all */
    'give-turns': { circleId?: number };
    'pass-turns': CannotCome;
  }
}

export const jobs = {
  'tend-series': () => tendSeries(),
  'tend-series-of-book': (of) => tendSeriesOfBook(of),
  'give-turns': (of) => giveTurns(of),
  'pass-turns': (of) => passTurns(of),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
