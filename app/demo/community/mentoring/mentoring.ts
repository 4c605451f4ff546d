import { openAsks } from './asks.ts';
import { beyondTuesdays } from './asks-elsewhere.ts';
import { reviewPage } from './conversation.ts';
import { helped } from './helped.ts';
import { helpedLongAgo } from './helped-long-ago.ts';
import { helping, round, told, weeks } from './together.ts';
import type { SeedMentoring } from './types.ts';

/** Who asks whom in the demo, and what became of it. */
export const mentoring: SeedMentoring = {
  // In order of time, as far as that is said of them.
  asks: [...helpedLongAgo, ...helped, reviewPage, ...beyondTuesdays, ...openAsks],
  rounds: [round],
  told,
  weeks: [weeks],
  helping,
};
