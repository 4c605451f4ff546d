import type { ServerBuild } from '@remix-run/node';
import { MANIFEST, pagePath } from '#app/remix/addresses.ts';
import type { BuildSource } from '#app/remix/handler.server.ts';
import { patternOf, routeMatcher } from '#app/remix/route-matcher.server.ts';
import { urlOf } from '../request-target.server.ts';

/** Addresses that are not in the URL table. */
const OTHERS = ['/health/live', '/health/ready', '/healthz', '/readyz', MANIFEST];
const ASSETS = '/assets/';
/** Whatever nothing answers: strangers ask for anything, and each label is kept for good. */
const NONE = 'none';

/**
 * Tells the line of the URL table that a request's target belongs to: `/circles/:circle` and never
 * an address with the names and keys of people in it.
 */
export function addressPattern(source: BuildSource): (target: string) => Promise<string> {
  let known: { build: ServerBuild; leafOf: ReturnType<typeof routeMatcher> } | undefined;
  return async (target) => {
    const pathname = urlOf(target, 'http://localhost')?.pathname;
    if (pathname === undefined) return NONE;
    if (OTHERS.includes(pathname)) return pathname;
    if (pathname.startsWith(ASSETS)) return `${ASSETS}*`;
    const build = typeof source === 'function' ? await source() : source;
    if (known?.build !== build) known = { build, leafOf: routeMatcher(build.routes) };
    const leaf = known.leafOf(pagePath(pathname));
    return leaf === null ? NONE : patternOf(build.routes, leaf);
  };
}
