import type { IncomingMessage } from 'node:http';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const FOREIGN = 'This form was sent from another site, so it was not accepted.';

/**
 * Why a request that would change something is not accepted, in words; null when it is: it comes
 * from our own pages, or from nowhere on the web. Sec-Fetch-Site decides where the browser sends it;
 * Origin against Host otherwise. (The algorithm of Go's net/http CrossOriginProtection, but one that
 * sends neither is refused, and an Origin is believed that contradicts "none".)
 */
export function crossSiteRefusal(
  req: Pick<IncomingMessage, 'method' | 'headers'>,
  appOrigin: string,
): string | null {
  if (SAFE.has(req.method ?? 'GET')) return null;
  const { 'sec-fetch-site': site, origin, host } = req.headers;
  if (site === 'same-origin') return null;
  if (site !== undefined && site !== 'none') return FOREIGN;
  if (origin === undefined) return site === 'none' ? null : unsaid(appOrigin);
  return origin === appOrigin || hostOf(origin) === host ? null : FOREIGN;
}

const unsaid = (appOrigin: string) =>
  'This request does not say which site it comes from, so it was not accepted. Browsers send ' +
  `Sec-Fetch-Site or Origin by themselves; a program adds the header "Origin: ${appOrigin}".`;

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
