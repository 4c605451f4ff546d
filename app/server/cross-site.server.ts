import type { IncomingMessage } from 'node:http';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const FOREIGN = 'This form was sent from another site, so it was not accepted';

/**
 * Why a request that would change something is not accepted, in words that name what did not fit;
 * null when it is: it comes from our own pages, or from nowhere on the web. Sec-Fetch-Site decides
 * where the browser sends it; Origin against Host otherwise. (The algorithm of Go's net/http
 * CrossOriginProtection, but one that sends neither is refused, and an Origin is believed that
 * contradicts "none".) What proxies make of the host does not count: it is compared with nothing
 * else afterwards (respond.server.ts).
 */
export function crossSiteRefusal(
  req: Pick<IncomingMessage, 'method' | 'headers'>,
  appOrigin: string,
): string | null {
  if (SAFE.has(req.method ?? 'GET')) return null;
  const { 'sec-fetch-site': site, origin, host } = req.headers;
  if (site === 'same-origin') return null;
  if (site !== undefined && site !== 'none') return foreignSite(site, appOrigin);
  if (origin === undefined) return site === 'none' ? null : unsaid(appOrigin);
  const from = urlOf(origin);
  if (origin === appOrigin || from?.host === host) return null;
  return from ? foreignOrigin(from.origin, appOrigin) : nameless(appOrigin);
}

function foreignSite(said: string | string[], appOrigin: string): string {
  const site = ['cross-site', 'same-site'].includes(String(said)) ? said : 'something unknown';
  return (
    `${FOREIGN}: the browser calls it ${site} (its header Sec-Fetch-Site). ` +
    `Open Octavo at its own address, ${appOrigin} (its APP_URL), and send the form from there.`
  );
}

const foreignOrigin = (from: string, appOrigin: string) =>
  `${FOREIGN}: it came from ${from} (the header Origin), and Octavo's APP_URL is ${appOrigin}. ` +
  `If people open this site at ${from}, whoever runs it sets APP_URL=${from}.`;

const nameless = (appOrigin: string) =>
  `${FOREIGN}, or it does not say from which: the header Origin names none, and Octavo's APP_URL is ` +
  `${appOrigin}. A proxy that adds "Referrer-Policy: no-referrer" to pages makes older browsers, and ` +
  'all of them without https, say nothing: whoever runs this site takes that header out of it.';

const unsaid = (appOrigin: string) =>
  'This request does not say which site it comes from, so it was not accepted. Browsers send ' +
  `Sec-Fetch-Site or Origin by themselves, which a proxy must pass on; a program adds the header ` +
  `"Origin: ${appOrigin}".`;

/** Null for one that names no site, as "null" does. */
function urlOf(origin: string): URL | null {
  return /^https?:/.test(origin) && URL.canParse(origin) ? new URL(origin) : null;
}
