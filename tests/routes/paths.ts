import { branchOf } from '#app/remix/route-matcher.server.ts';
import { manifest } from '#tests/support/server-build.ts';

/** The path of a route with these values for its parameters. */
export function pathOf(id: string, given: (parameter: string) => string | number | undefined) {
  const path = branchOf(manifest, id)
    .reverse()
    .map((part) => manifest[part]?.path ?? '')
    .filter(Boolean)
    .join('/');
  return `/${path}`
    .replace(/:(\w+)\??/g, (_, name: string) => {
      const value = given(name);
      if (value === undefined) throw new Error(`tests/routes has no value for :${name}`);
      return String(value);
    })
    .replace('*', 'no/such/page');
}

/** The ways a browser, or someone with a terminal, can ask one route for the same thing. */
export function variants(id: string, path: string): string[] {
  const data = path === '/' ? '/_root.data' : `${path}.data`;
  return [path, data, `${data}?_routes=${encodeURIComponent(id)}`];
}
