import type { ServerBuild } from '@remix-run/node';
import type { RouteConfigEntry } from '@remix-run/route-config';
import * as entry from '#app/entry.server.tsx';
import routes from '#app/routes.ts';

type Routes = ServerBuild['routes'];
type Module = Routes[string] extends infer R ? (R extends { module: infer M } ? M : never) : never;

const modules = import.meta.glob<Module>(['/app/root.tsx', '/app/routes/**/*.tsx'], {
  eager: true,
});

function moduleOf(file: string): Module {
  const module = modules[`/app/${file}`];
  if (!module) throw new Error(`app/${file} is in the URL table but not on disk.`);
  return module;
}

function collect(entries: RouteConfigEntry[], parentId: string, into: Routes): Routes {
  for (const { file, id = file.replace(/\.tsx?$/, ''), path, index, children } of entries) {
    into[id] = { id, parentId, path, index, module: moduleOf(file) };
    if (children) collect(children, id, into);
  }
  return into;
}

/** Every route of the product, as Remix's build holds them: from the real URL table and modules. */
export const manifest: Routes = collect(await routes, 'root', {
  root: { id: 'root', path: '', module: moduleOf('root.tsx') },
});

/** A server build over the real routes, so that tests ask it as a browser asks the server. */
export const serverBuild: ServerBuild = {
  entry: { module: entry },
  routes: manifest,
  assets: {
    entry: { imports: [], module: '/entry.js' },
    routes: Object.fromEntries(
      Object.values(manifest).flatMap((route) =>
        route
          ? [
              [
                route.id,
                {
                  id: route.id,
                  parentId: route.parentId,
                  path: route.path,
                  index: route.index,
                  hasAction: 'action' in route.module,
                  hasLoader: 'loader' in route.module,
                  hasClientAction: false,
                  hasClientLoader: false,
                  hasErrorBoundary: 'ErrorBoundary' in route.module,
                  module: `/${route.id}.js`,
                },
              ],
            ]
          : [],
      ),
    ),
    url: '/manifest.js',
    version: 'test',
  },
  publicPath: '/',
  assetsBuildDirectory: 'build/client',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
  isSpaMode: false,
  mode: 'production',
};
