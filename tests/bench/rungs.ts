import { type Asked, answered, type Burst, burst, median, percentile } from './load.ts';
import type { Ground, Running } from './servers.ts';

/** One thing that is measured, between the others. */
export interface Rung {
  name: string;
  /** which of those that are compared under one name */
  what: 'ours' | 'large' | 'react' | 'html' | 'bare';
  /** who asks */
  as: string;
  server: Running;
  next(): Asked;
  status: number;
  /** before each of its bursts */
  prepare?(): Promise<void>;
}

export interface Pace {
  rounds: number;
  /** of one burst */
  seconds: number;
  connections: number;
}

/** Warm by count, since a busy machine compiles late; a slow rung is let off after so long. */
const WARM = { requests: 400, ms: 800 };

export interface Measured extends Rung {
  bursts: Burst[];
  cpuMs: number;
  /** of the database */
  sqlMs: number | null;
}

/**
 * Asks for all in turns, round after round, so that whatever else the machine does falls on every
 * rung alike. What is compared with one another stands side by side.
 */
export async function climb(
  rungs: Rung[],
  pace: Pace,
  { databaseMs }: Ground,
): Promise<Measured[]> {
  const measured = rungs.map((rung): Measured => ({ ...rung, bursts: [], cpuMs: 0, sqlMs: 0 }));
  for (const rung of measured) await warm(rung, pace);
  for (let round = 0; round < pace.rounds; round++) {
    for (const rung of measured) {
      await rung.prepare?.();
      const before = { server: await rung.server.cpuMs(), database: databaseMs() };
      rung.bursts.push(await burst(rung.next, { ...pace, status: rung.status }));
      rung.cpuMs += (await rung.server.cpuMs()) - before.server;
      const now = databaseMs();
      if (rung.sqlMs === null || now === null || before.database === null) rung.sqlMs = null;
      else rung.sqlMs += now - before.database;
    }
  }
  return measured;
}

async function warm({ next, prepare, status, name }: Rung, { connections }: Pace): Promise<void> {
  await prepare?.();
  const until = performance.now() + WARM.ms;
  let left = WARM.requests;
  const one = async () => {
    while (left-- > 0 && performance.now() < until) {
      const got = await answered(next());
      if (got !== status) throw new Error(`${name}: ${next().url} answered ${got}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
}

const rates = ({ bursts }: Measured) => bursts.map(({ ms, seconds }) => ms.length / seconds);

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/** How fast it was, and what an answer cost its server and the database. */
export function figuresOf(rung: Measured) {
  const ms = rung.bursts.flatMap((got) => got.ms).sort((a, b) => a - b);
  return {
    rps: rounded(median(rates(rung)), 0),
    p50: rounded(percentile(ms, 0.5), 2),
    p95: rounded(percentile(ms, 0.95), 2),
    p99: rounded(percentile(ms, 0.99), 2),
    cpuMs: rounded(rung.cpuMs / ms.length, 2),
    sqlCpuMs: rung.sqlMs === null ? null : rounded(rung.sqlMs / ms.length, 2),
  };
}

/** How many a second for one of the other's: the median over the rounds. */
export function ratio(rung: Measured, other: Measured | undefined): number | null {
  if (!other) return null;
  const others = rates(other);
  return rounded(median(rates(rung).map((rate, i) => rate / (others[i] ?? Number.NaN))), 3);
}

/** The same by the CPU time of an answer, database included: what a busy machine changes least. */
export function ratioOfCpu(rung: Measured, other: Measured | undefined): number | null {
  if (!other) return null;
  return rounded(costOf(other) / costOf(rung), 3);
}

function costOf({ bursts, cpuMs, sqlMs }: Measured): number {
  const answers = bursts.reduce((sum, { ms }) => sum + ms.length, 0);
  return (cpuMs + (sqlMs ?? 0)) / answers;
}
