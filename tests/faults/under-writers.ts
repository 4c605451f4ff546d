import type { End } from '#tests/faults/app.ts';
import type { Outcome } from '#tests/faults/fault.ts';
import type { Installation } from '#tests/faults/installation.ts';
import { Ledger } from '#tests/faults/ledger.ts';
import { conclude, endedByItself, noOutcome } from '#tests/faults/outcome.ts';
import { startWriters } from '#tests/faults/writers.ts';

const BACK_MS = 30_000;

/** From when on an answer is a good one. Milliseconds of Date.now. */
export interface Hurt {
  /** what “back after” is counted from */
  from: number;
  /** an answer to what was sent earlier says nothing; `from`, when left out */
  sentAfter?: number;
}

interface Given {
  tries: number;
  /** Does it once. The writers do not stop meanwhile. */
  hurt(nth: number, ledger: Ledger, outcome: Outcome): Promise<Hurt>;
  /** Whether the application's process may have ended so, without being asked. */
  mayEnd?(end: End): boolean;
}

/** Does something bad to an installation again and again while people write in it. */
export async function underWriters(installation: Installation, given: Given): Promise<Outcome> {
  const { app, query } = installation;
  const { mayEnd = () => false } = given;
  const ledger = new Ledger();
  const outcome = noOutcome();
  const endsBefore = app.ends.length;
  const writers = await startWriters(installation, ledger);
  try {
    while (outcome.tries < given.tries) await once(installation, given, ledger, outcome);
  } catch (error) {
    outcome.wrong.push(`${(error as Error).message} (after try ${outcome.tries})`);
    // What was acknowledged can be read only where it runs.
    await app.signal('SIGKILL');
    await app.ready();
  } finally {
    await writers.stop();
  }
  const ends = app.ends.slice(endsBefore).filter((end) => !end.asked && !mayEnd(end));
  outcome.wrong.push(...endedByItself(ends));
  return conclude(query, ledger, outcome);
}

/** @throws when it does not come back, which makes further tries pointless */
async function once(
  { community, query }: Installation,
  { hurt }: Given,
  ledger: Ledger,
  outcome: Outcome,
): Promise<void> {
  // Limits are for people, who write less in an hour than these in a minute.
  await query('delete from rate_limit');
  if (!(await ledger.more(community.writers.length, BACK_MS))) throw new Error('Nobody can write');
  const { from, sentAfter = from } = await hurt(outcome.tries, ledger, outcome);
  outcome.tries++;
  const good = await ledger.next((last) => last.sentAt >= sentAfter && last.at >= from, BACK_MS);
  if (!good) throw new Error(`Not back within ${BACK_MS / 1000} s`);
  outcome.back.push(good.at - from);
}
