import type { Reader } from '#app/notifications/rules/occasions.ts';
import { everyOccasion } from './all-occasions.server.ts';

/** A select (beyond): the ids of the sections beyond a person's line in a circle, as one array. */
export const beyondLine = (of: Reader): string => {
  const select = everyOccasion().find(({ lines }) => lines)?.lines;
  return select ? select(of) : "select '{}'::bigint[] as beyond";
};
