import { matchRoutes } from '@remix-run/react';
import { describe, expect, test } from 'vitest';
import { branchOf, routeMatcher } from '#app/remix/route-matcher.server.ts';
import { manifest } from '#tests/support/server-build.ts';

type Routes = Parameters<typeof routeMatcher>[0];
type RouteObject = Parameters<typeof matchRoutes>[0][number];

/** React Router's own answer on the whole tree: the reference. */
function reference(routes: Routes, pathname: string): string | null {
  const childrenOf = (parentId: string | undefined): RouteObject[] =>
    Object.values(routes)
      .filter((route) => route?.parentId === parentId)
      .flatMap((route): RouteObject[] =>
        !route
          ? []
          : route.index
            ? [{ id: route.id, path: route.path, index: true }]
            : [{ id: route.id, path: route.path, children: childrenOf(route.id) }],
      );
  return matchRoutes(childrenOf(undefined), pathname)?.at(-1)?.route.id ?? null;
}

const filled = (path: string) =>
  path.replace(/:(\w+)/g, (_, name: string) => `${name}-7`).replace('*', 'some/where');

describe('the route matcher', () => {
  const leafOf = routeMatcher(manifest);
  const paths = Object.values(manifest).flatMap((route) =>
    route
      ? [
          `/${branchOf(manifest, route.id)
            .reverse()
            .map((id) => manifest[id]?.path ?? '')
            .filter(Boolean)
            .join('/')}`,
        ]
      : [],
  );

  test.each(paths.map((path) => [filled(path)]))('agrees with React Router on %s', (path) => {
    expect(leafOf(path)).toBe(reference(manifest, path));
    expect(leafOf(`${path}/`)).toBe(reference(manifest, `${path}/`));
    expect(leafOf(`${path}/nothing-here`)).toBe(reference(manifest, `${path}/nothing-here`));
    expect(leafOf(path.toUpperCase())).toBe(reference(manifest, path.toUpperCase()));
  });

  test('prefers a static segment to a parameter, a parameter to a splat, as React Router does', () => {
    const module = { default: () => null };
    const routes: Routes = {
      root: { id: 'root', path: '', module },
      home: { id: 'home', parentId: 'root', index: true, module },
      list: { id: 'list', parentId: 'root', path: 'circles', module },
      create: { id: 'create', parentId: 'root', path: 'circles/new', module },
      one: { id: 'one', parentId: 'root', path: 'circles/:circle', module },
      ics: { id: 'ics', parentId: 'root', path: 'circles/:circle/s.ics', module },
      splat: { id: 'splat', parentId: 'root', path: '*', module },
    };
    const match = routeMatcher(routes);
    for (const path of [
      '/',
      '/circles',
      '/circles/new',
      '/circles/x',
      '/circles/x/s.ics',
      '/a/b',
    ]) {
      expect(match(path)).toBe(reference(routes, path));
    }
    expect(match('/circles/new')).toBe('create');
    expect(match('/a/b')).toBe('splat');
  });
});
