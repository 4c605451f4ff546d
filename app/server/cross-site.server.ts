import type { IncomingMessage } from 'node:http';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request would change something on behalf of another site. Sec-Fetch-Site decides where
 * the browser sends it; Origin against Host otherwise. A client that sends neither is not a browser
 * and carries no cookie it was not given. (The algorithm of Go's net/http CrossOriginProtection.)
 */
export function isCrossSiteMutation(
  req: Pick<IncomingMessage, 'method' | 'headers'>,
  appOrigin: string,
): boolean {
  if (SAFE.has(req.method ?? 'GET')) return false;
  const site = req.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return false;
  const origin = req.headers.origin;
  if (site === undefined && origin === undefined) return false;
  if (site !== undefined) return true;
  return origin !== appOrigin && hostOf(origin) !== req.headers.host;
}

function hostOf(origin: string | undefined): string | null {
  try {
    return new URL(origin ?? '').host;
  } catch {
    return null;
  }
}
