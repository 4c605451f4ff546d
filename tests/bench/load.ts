import { Agent, request } from 'node:http';

export interface Burst {
  /** latencies of the answers, milliseconds */
  ms: number[];
  seconds: number;
}

/** One request: of a page, or of a form that is posted. */
export interface Asked {
  url: string;
  cookie: string;
  form?: Record<string, string>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * Asks over `connections` kept connections for `seconds`. Only 127.0.0.1.
 * @param next what is asked each time
 * @throws when an answer's status is not `status`
 */
export async function burst(
  next: () => Asked,
  { status, seconds, connections }: { status: number; seconds: number; connections: number },
): Promise<Burst> {
  const ms: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  const one = async () => {
    while (performance.now() < until) {
      const asked = next();
      const at = performance.now();
      const got = await answered(asked);
      if (got !== status) throw new Error(`${asked.url} answered ${got}, not ${status}`);
      ms.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return { ms, seconds: (performance.now() - startedAt) / 1000 };
}

/** @returns the status of the answer, once all of it is there */
export function answered({ url, cookie, form }: Asked): Promise<number> {
  const { hostname } = new URL(url);
  if (hostname !== '127.0.0.1') throw new Error('Loads go to 127.0.0.1 only.');
  const body = form && new URLSearchParams(form).toString();
  const headers = {
    cookie,
    host: '127.0.0.1',
    ...(body !== undefined && {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'sec-fetch-site': 'same-origin',
    }),
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers, method: form ? 'POST' : 'GET' }, (response) => {
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** The value below which a share of `sorted` lies. */
export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return percentile(sorted, 0.5);
}
