import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import type { MakingLimit } from '#app/platform/limits/making-limit.server.ts';
import { type CastCircle, circleOf } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

export interface Submission {
  path: string;
  form: Record<string, string> | FormData;
}

/** Somebody who makes things of one kind, as their browser does. */
export interface Scene {
  who: Viewer;
  /** the nth thing, of TEN that do not stand in one another's way; the same n is the same form */
  nth(n: number): Submission;
  /** somebody else who makes one more, in the same circle where two people can */
  mate: Viewer;
  /** by default the last of the ten */
  byMate?: Submission;
  /** what stands in the form, and is to be seen on the page that refuses it */
  kept: string[];
  /** how many of them there are of `who` by now */
  made(): Promise<number>;
  /** one that is refused for what it says */
  unfit?: Submission;
}

export interface Made {
  limit: MakingLimit;
  /** what the same form says that was sent before: 'same' is what it said then */
  repeat: 'same' | 'another' | 'refused';
  scene(): Promise<Scene>;
}

const TEN = 10;
/** which of the ten is tried unfit */
export const UNFIT = 8;

export const ten = <T>(make: (n: number) => T): T[] =>
  Array.from({ length: TEN }, (_, n) => make(n));

/** Ten of something, one after the other. */
export async function tenOf<T>(make: (n: number) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let n = 0; n < TEN; n++) all.push(await make(n));
  return all;
}

/** The nth of ten of which each test knows that it is there. */
export function nthOf<T>(all: readonly T[], n: number): T {
  const one = all[n];
  if (one === undefined) throw new Error(`there are ${all.length}, and ${n} was asked for`);
  return one;
}

export const tenKeys = () => ten(() => randomUUID() as string);

export const tenCircles = (given: Parameters<typeof circleOf>[0] = {}): Promise<CastCircle[]> =>
  tenOf(() => circleOf(given));

/** Counts the rows of a table that name a person in this column. */
export async function rowsOf(table: string, column: string, { personId }: Viewer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from ${sql.table(table)} where ${sql.ref(column)} = ${personId}`.execute(db);
  return rows[0]?.count ?? 0;
}
