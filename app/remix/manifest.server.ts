import type { ServerBuild } from '@remix-run/node';
import { branchOf } from './route-matcher.server.ts';

/** No address of ours has more parts. */
const MOST_PARTS = 12;

/**
 * Answers which routes a browser needs for the paths it names (`p`) and for those above them. As
 * Remix answers it; but Remix matches each of them against the whole tree, which takes seconds for an
 * address of a few thousand characters. Null for what is Remix's to answer: another version, an
 * address that is too long, no path.
 */
export function manifestAnswers(build: ServerBuild, leafOf: (pathname: string) => string | null) {
  return (url: URL): Response | null => {
    const paths = url.searchParams.getAll('p');
    const isAsked = url.searchParams.get('version') === build.assets.version && paths.length > 0;
    if (!isAsked || url.href.length > LONGEST) return null;
    const above = new Set(paths.flatMap(withThoseAbove));
    const ids = [...above].flatMap((path) => branchOf(build.routes, leafOf(path) ?? 'root'));
    const routes = Object.fromEntries([...new Set(ids)].map((id) => [id, build.assets.routes[id]]));
    return Response.json(routes, {
      headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
    });
  };
}

/** Remix's own limit. */
const LONGEST = 7_680;

/** '/a', '/a/b' and '/a/b/c' of '/a/b/c'. */
function withThoseAbove(path: string): string[] {
  const parts = path.replace(/^\//, '').split('/', MOST_PARTS);
  return parts.map((_, at) => `/${parts.slice(0, at + 1).join('/')}`);
}
