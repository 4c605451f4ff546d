import type { ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];

interface Leaf {
  id: string;
  pattern: RegExp;
  score: number;
  order: number;
}

/** Ids from a route up to the root, the root last. */
export function branchOf(routes: Routes, id: string): string[] {
  const ids: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = routes[at]?.parentId) ids.push(at);
  return ids;
}

/** The address of a route as the URL table has it: `/circles/:circle`. */
export const patternOf = (routes: Routes, id: string): string =>
  `/${segmentsOf(routes, id).join('/')}`;

function segmentsOf(routes: Routes, id: string): string[] {
  return branchOf(routes, id)
    .reverse()
    .flatMap((part) => (routes[part]?.path ?? '').split('/'))
    .filter((segment) => segment !== '');
}

/**
 * A matcher from a pathname to the id of the leaf route it belongs to, null when there is none.
 * Patterns are ranked once, by React Router's rules (its computeScore: static segment 10, dynamic
 * 3, splat -2, index 2, plus one a segment; ties keep the order of the table), instead of
 * flattening, ranking and matching the whole tree at each request.
 */
export function routeMatcher(routes: Routes): (pathname: string) => string | null {
  const parents = new Set(Object.values(routes).map((route) => route?.parentId));
  const leaves: Leaf[] = [];
  for (const route of Object.values(routes)) {
    if (!route || (parents.has(route.id) && !route.path)) continue;
    if (parents.has(route.id) && route.id === 'root') continue;
    leaves.push(leafOf(routes, route.id, leaves.length));
  }
  leaves.sort((a, b) => b.score - a.score || a.order - b.order);

  const byFirstSegment = new Map<string, Leaf[]>();
  const open = leaves.filter((leaf) => firstSegment(leaf) === null);
  for (const leaf of leaves) {
    const first = firstSegment(leaf);
    if (first !== null) byFirstSegment.set(first, []);
  }
  for (const [first, list] of byFirstSegment) {
    list.push(...leaves.filter((leaf) => [first, null].includes(firstSegment(leaf))));
  }

  return (asked) => {
    const pathname = asked.replace(/\/{2,}/g, '/');
    const first = (pathname.split('/', 2)[1] ?? '').toLowerCase();
    const candidates = byFirstSegment.get(first) ?? open;
    return candidates.find((leaf) => leaf.pattern.test(pathname))?.id ?? null;
  };
}

const firstSegments = new WeakMap<Leaf, string | null>();
const firstSegment = (leaf: Leaf) => firstSegments.get(leaf) ?? null;

function leafOf(routes: Routes, id: string, order: number): Leaf {
  const segments = segmentsOf(routes, id);
  const splat = segments.includes('*');
  const counted = segments.filter((segment) => segment !== '*');
  const score =
    // React Router scores the leading empty segment of an absolute path too.
    segments.length +
    1 +
    1 +
    (splat ? -2 : 0) +
    (routes[id]?.index ? 2 : 0) +
    counted.reduce((sum, segment) => sum + (segment.startsWith(':') ? 3 : 10), 0);
  const source = counted
    .map((segment) => `/${segment.startsWith(':') ? '[^/]+' : quoted(segment)}`)
    .join('');
  const leaf = {
    id,
    pattern: new RegExp(`^${source}${splat ? '(?:/.*)?' : '/?'}$`, 'i'),
    score,
    order,
  };
  const first = segments[0];
  firstSegments.set(
    leaf,
    first === undefined || first === '*' || first.startsWith(':') ? null : first.toLowerCase(),
  );
  return leaf;
}

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
