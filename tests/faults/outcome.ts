import type { End } from '#tests/faults/app.ts';
import type { Outcome } from '#tests/faults/fault.ts';
import type { Query } from '#tests/faults/installation.ts';
import type { Ledger } from '#tests/faults/ledger.ts';
import { reckon } from '#tests/faults/reckoning.ts';

export function noOutcome(): Outcome {
  return { tries: 0, acknowledged: 0, lost: [], doubled: [], back: [], wrong: [], remarks: [] };
}

/** What came of it, once all is done: the ledger held against the database. */
export async function conclude(
  query: Query,
  ledger: Ledger,
  so: Partial<Outcome>,
): Promise<Outcome> {
  const { wrong = [], remarks = [] } = so;
  for (const [what, times] of ledger.unexpected) {
    wrong.push(`${times} ${times === 1 ? 'answer was' : 'answers were'} ${what}`);
  }
  if (ledger.givenUp > 0) wrong.push(`${ledger.givenUp} writes were not acknowledged in the end`);
  remarks.push(`${ledger.refused} refused kindly, ${ledger.unanswered.length} unanswered`);
  const acknowledged = ledger.acknowledged.length;
  return { ...noOutcome(), ...so, acknowledged, wrong, remarks, ...(await reckon(query, ledger)) };
}

/** Says that a process ended by itself, and with which words. */
export function endedByItself(ends: End[]): string[] {
  const last = ends.at(-1);
  if (!last) return [];
  const how = last.signal ?? `status ${last.status}`;
  const said = last.said.trim().split('\n').slice(-3).join(' ⏎ ').slice(-300);
  return [`the process ended by itself ${ends.length} × (${how}): ${said}`];
}
