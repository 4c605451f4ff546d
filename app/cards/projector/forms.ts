import { z } from 'zod';
import type { Show } from './rules/slides.ts';

const Whole = z.coerce.number().int().min(0).max(2_000_000_000).catch(0);

export interface Spot {
  /** which of the shows, from 0 */
  show: number;
  /** which of its slides, from 0 */
  slide: number;
}

/** Where an address points to among shows: the nearest there is. */
export function spotIn(search: URLSearchParams, shows: readonly Show[]): Spot {
  const item = Whole.parse(search.get('item') ?? 0);
  const show = Math.max(
    0,
    shows.findIndex(({ id }) => id === item),
  );
  const last = (shows[show]?.slides.length ?? 1) - 1;
  return { show, slide: Math.min(Whole.parse(search.get('step') ?? 0), Math.max(0, last)) };
}

/** Which drawing of names an address asks for. */
export const drawIn = (search: URLSearchParams) => Whole.parse(search.get('draw') ?? 0);
