import type { Ground } from '#tests/faults/ground.ts';
import type { Reckoning } from '#tests/faults/reckoning.ts';

/** One kind of fault, tried as often as one likes. */
export interface Fault {
  /** for `--only` */
  name: string;
  /** what the table calls it */
  words: string;
  /** how often in `npm run test:faults`, and in `npm test` (0: not there) */
  tries: { long: number; short: number };
  run(ground: Ground, tries: number): Promise<Outcome>;
}

export interface Outcome extends Reckoning {
  /** how often it was tried */
  tries: number;
  acknowledged: number;
  /** of each try, the milliseconds until the first good answer; empty where nothing goes away */
  back: number[];
  /** what else was not as it should be */
  wrong: string[];
  /** worth knowing, and neither good nor bad */
  remarks: string[];
}

/** It cannot be tried on this machine; the message says why. */
export class Untried extends Error {
  override name = 'Untried';
}

/** Whether the product stood it. */
export function stood({ lost, doubled, wrong }: Outcome): boolean {
  return lost.length + doubled.length + wrong.length === 0;
}
