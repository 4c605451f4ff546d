/** The faults, as often as it takes to believe the result. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Fault, stood, Untried } from '#tests/faults/fault.ts';
import { faults } from '#tests/faults/faults/all.ts';
import { type Ground, newGround } from '#tests/faults/ground.ts';
import { noOutcome } from '#tests/faults/outcome.ts';
import { complaints, machine, type Row, table } from '#tests/faults/table.ts';
import { startServer } from '#tests/support/database.ts';
import { sweepFolders } from '#tests/support/temporary.ts';

const WRITERS = 50;
const LONGEST_MS = 15 * 60_000;
const CLEAN_UP_MS = 60_000;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    tries: { type: 'string' },
    json: { type: 'string' },
  },
});
const chosen = faults.filter(({ name }) => values.only?.includes(name) ?? true);
const unknown = values.only?.filter((name) => !faults.some((fault) => fault.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(
    `No such fault: ${unknown}. There are ${faults.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

let ground: Ground | undefined;
let givenUp = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => giveUp(signal));
setTimeout(() => giveUp(`${LONGEST_MS / 60_000} minutes over`), LONGEST_MS).unref();

await sweepFolders();
const rows: Row[] = [];
for (const fault of chosen) {
  const row = await tried(fault);
  // Whoever gives up reports, and ends the process.
  if (givenUp) await new Promise(() => {});
  rows.push(row);
}
process.exit(report());

/** On ground of its own: what one fault breaks is not the next one's. */
async function tried(fault: Fault): Promise<Row> {
  const from = Date.now();
  ground = newGround({ writers: WRITERS, server: startServer });
  const row = { fault, outcome: await outcomeOf(fault, ground) };
  await ground.close();
  if (givenUp) return row;
  const { outcome } = row;
  const verdict = 'untried' in outcome ? '-' : stood(outcome) ? '✓' : '✗';
  const words = 'untried' in outcome ? [outcome.untried] : outcome.remarks;
  const took = Math.round((Date.now() - from) / 1000);
  console.log(`${verdict} ${fault.name} (${took} s): ${words.join('; ')}`);
  for (const line of complaints(row)) console.log(`  ${line}`);
  return row;
}

async function outcomeOf(fault: Fault, ground: Ground): Promise<Row['outcome']> {
  try {
    return await fault.run(ground, Number(values.tries ?? fault.tries.long));
  } catch (error) {
    if (error instanceof Untried) return { untried: error.message };
    return { ...noOutcome(), wrong: [(error as Error).message] };
  }
}

/** Says what came of it. @returns the exit status */
function report(): number {
  console.log(`\n${table(rows)}\n\n${machine()}`);
  const wrong = rows.flatMap(complaints);
  if (wrong.length > 0) console.log(`\n${wrong.join('\n')}`);
  if (values.json) {
    writeFileSync(values.json, JSON.stringify({ machine: machine(), rows }, null, 2));
  }
  return wrong.length > 0 ? 1 : 0;
}

/** Ends what was started, and reports the faults that are through. */
async function giveUp(why: string): Promise<void> {
  givenUp = true;
  const left = chosen.slice(rows.length).map(({ name }) => name);
  console.error(`\n${why}. Not finished: ${left.join(', ')}.`);
  setTimeout(() => process.exit(1), CLEAN_UP_MS).unref();
  await ground?.close();
  report();
  process.exit(1);
}
