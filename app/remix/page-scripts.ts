import { type UNSAFE_AssetsManifest as Manifest, matchRoutes } from '@remix-run/react';

/** What Remix's browser half keeps on the window of a page that is alive. */
interface Known {
  /** its router, with the routes it has met */
  __remixRouter: { routes: Parameters<typeof matchRoutes>[0] };
  /** which scripts a route needs */
  __remixManifest: Pick<Manifest, 'routes'>;
}

/** The addresses of the scripts of the page at a pathname, as far as the browser knows its routes. */
export function pageScripts(pathname: string): string[] {
  const { __remixRouter, __remixManifest } = window as unknown as Known;
  return (matchRoutes(__remixRouter.routes, pathname) ?? []).flatMap(({ route }) => {
    const known = __remixManifest.routes[route.id ?? ''];
    return known ? [known.module, ...(known.imports ?? [])] : [];
  });
}
