/** Who speaks in a step of the script. */
export type Speaks = 'asker' | 'helper' | 'both';

/** The card that is the script of a half hour for two, and who speaks in each of its steps. */
export const SCRIPT = {
  deck: 'asking-for-help',
  card: 'thirty-minutes-for-two',
  speaks: ['asker', 'helper', 'helper', 'asker', 'both'] as readonly Speaks[],
};

/** Reads `?step=2`: its place from 0, within what there is. */
export function stepOf(params: URLSearchParams, steps: number): number {
  const typed = params.get('step') ?? '';
  const at = /^\d{1,3}$/.test(typed) ? Number(typed) : 1;
  return Math.min(Math.max(at, 1), Math.max(steps, 1)) - 1;
}
