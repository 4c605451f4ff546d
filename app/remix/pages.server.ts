import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';
import { isBeforeSingleFetch, MANIFEST, pagePath } from './addresses.ts';
import { leafHandler } from './documents.server.ts';
import { manifestAnswers } from './manifest.server.ts';
import { branchOf, routeMatcher } from './route-matcher.server.ts';

/**
 * A request handler for each leaf route, over a pruned build. Remix flattens, ranks and
 * matches the whole route tree several times a request, so that every page grows slower with each
 * route of the product; a build of just the routes on the leaf's branch makes that cost constant.
 * What a browser needs to know of other routes it asks of the manifest endpoint; the full build
 * answers whatever matches no route.
 */
export function pageHandler(build: ServerBuild): RequestHandler {
  const full = createRequestHandler(build, 'production');
  const leafOf = routeMatcher(build.routes);
  const manifest = manifestAnswers(build, leafOf);
  const handlers = new Map<string, RequestHandler>();

  return (request, context) => {
    const url = new URL(request.url);
    // Nobody asks so, and nobody answers it.
    if (isBeforeSingleFetch(url)) return Promise.resolve(new Response(null, { status: 404 }));
    if (url.pathname === MANIFEST) {
      const answer = manifest(url);
      return answer ? Promise.resolve(answer) : full(request, context);
    }
    const leaf = leafOf(pagePath(url.pathname));
    if (leaf === null) return full(request, context);
    let handler = handlers.get(leaf);
    if (!handler) {
      handler = leafHandler(prune(build, branchOf(build.routes, leaf)), leaf);
      handlers.set(leaf, handler);
    }
    return handler(request, context);
  };
}

function prune(build: ServerBuild, ids: string[]): ServerBuild {
  const pick = <T>(of: Record<string, T>) =>
    Object.fromEntries(Object.entries(of).filter(([id]) => ids.includes(id)));
  return {
    ...build,
    routes: pick(build.routes),
    assets: { ...build.assets, routes: pick(build.assets.routes) },
  };
}
