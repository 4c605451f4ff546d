import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { databasePool } from '#db/database.server.ts';

export interface LimitRule {
  /** first part of the stored key: letters and dashes */
  name: string;
  /** how many within `seconds` */
  points: number;
  /** length of the window, which starts with the first and is not prolonged by further tries */
  seconds: number;
}

export type Allowance = { ok: true } | { ok: false; retryAfter: number };

/**
 * A limit that all processes share, in table rate_limit. The key is stored as a hash: what people
 * type into a form (addresses, most of all) is not kept.
 */
export function limit(rule: LimitRule) {
  let limiter: { pool: unknown; on: RateLimiterPostgres } | undefined;

  // Made over the pool of the moment: a closed pool is replaced on the next use.
  const current = () => {
    const pool = databasePool();
    if (limiter?.pool !== pool) limiter = { pool, on: limiterOver(pool, rule) };
    return limiter.on;
  };

  return {
    /** Counts one, also when refused. @returns retryAfter in seconds when there were too many */
    take: (...key: string[]): Promise<Allowance> => takeSome(current(), key),
    /** Takes one back: it was not the kind that is limited. */
    giveBack: (...key: string[]): Promise<void> => giveOneBack(current(), key),
    /** Begins anew. */
    async forget(...key: string[]): Promise<void> {
      await current().delete(hashed(key));
    },
  };
}

/** The counts of a rule, over whatever runs its statements. */
export const limiterOver = (storeClient: pg.Pool | Queries, rule: LimitRule) =>
  new RateLimiterPostgres({
    storeClient,
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: rule.name,
    points: rule.points,
    duration: rule.seconds,
    clearExpiredByTimeout: false,
  });

/** What a limiter needs of a client of PostgreSQL. */
export interface Queries {
  query(of: { text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

/** Counts so many, also when refused. */
export async function takeSome(
  on: RateLimiterPostgres,
  key: string[],
  many = 1,
): Promise<Allowance> {
  try {
    await on.consume(hashed(key), many);
    return { ok: true };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { ok: false, retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
  }
}

/** Takes one back. */
export async function giveOneBack(on: RateLimiterPostgres, key: string[]): Promise<void> {
  await on.reward(hashed(key));
}

/** Removes counts whose window is over. */
export async function forgetExpiredLimits(now = Date.now()): Promise<void> {
  await databasePool().query('delete from rate_limit where expire < $1', [now]);
}

/**
 * The part of an address that one visitor holds: an IPv6 customer has at least a whole /64, so its
 * single addresses mean nothing.
 */
export function network(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().split('%')[0]?.split('::') ?? [];
  const first = head ? head.split(':') : [];
  const last = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(gap).fill('0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

const hashed = (key: string[]) =>
  createHash('sha256').update(key.join('\n')).digest('base64url').slice(0, 32);
