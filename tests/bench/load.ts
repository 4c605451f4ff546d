import { Agent, request } from 'node:http';

export interface Burst {
  /** latencies of the answers, milliseconds */
  ms: number[];
  seconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * Asks for one address over `connections` kept connections for `seconds`. Only 127.0.0.1.
 * @throws when an answer's status is not `status`
 */
export async function burst(
  url: string,
  {
    cookie,
    status,
    seconds,
    connections,
  }: { cookie: string; status: number; seconds: number; connections: number },
): Promise<Burst> {
  const { hostname } = new URL(url);
  if (hostname !== '127.0.0.1') throw new Error('Loads go to 127.0.0.1 only.');
  const ms: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  const one = async () => {
    while (performance.now() < until) {
      const at = performance.now();
      const got = await get(url, cookie);
      if (got !== status) throw new Error(`${url} answered ${got}, not ${status}`);
      ms.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return { ms, seconds: (performance.now() - startedAt) / 1000 };
}

function get(url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { cookie, host: '127.0.0.1' } }, (response) => {
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** The value below which a share of `sorted` lies. */
export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
