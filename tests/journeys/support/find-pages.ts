import type { APIRequestContext } from '@playwright/test';
import { routeOf } from './route-table.ts';

/** How many pages of one route are looked at for links; the next ones would say the same. */
const PER_ROUTE = 3;

/**
 * Follows links and form addresses from `from`, as somebody signed in, until nothing new is found.
 * @param within only links that begin so are followed
 * @returns the paths of pages that answered, by route module, and what did not answer as it should
 */
export async function findPages(
  request: APIRequestContext,
  from: string[],
  within = '/',
): Promise<{ found: Map<string, string[]>; broken: string[] }> {
  const found = new Map<string, string[]>();
  const broken: string[] = [];
  const known = new Set(from);
  /** what a link leads to must be there; a form's address may be for posting alone */
  const linked = new Set(from);
  const queue = [...from];
  for (const path of queue) {
    const route = routeOf(pathnameOf(path));
    if (!route || (found.get(route.file)?.length ?? 0) >= PER_ROUTE) continue;
    const answer = await request.get(path, { maxRedirects: 0 });
    if (answer.status() >= (linked.has(path) ? 400 : 500)) {
      broken.push(`${path} answers ${answer.status()}`);
    }
    if (!isPage(answer.status(), answer.headers()['content-type'])) continue;
    found.set(route.file, [...(found.get(route.file) ?? []), path]);
    const html = await answer.text();
    for (const link of addressesIn(html, 'a', 'href')) linked.add(link);
    for (const next of [...linked, ...addressesIn(html, 'form', 'action')]) {
      if (known.has(next) || !next.startsWith(within)) continue;
      known.add(next);
      queue.push(next);
    }
  }
  return { found, broken };
}

const isPage = (status: number, type = '') => status === 200 && type.startsWith('text/html');

const pathnameOf = (path: string) => path.split('?', 1)[0] ?? path;

function addressesIn(html: string, tag: string, attribute: string): string[] {
  const pattern = new RegExp(`<${tag}\\b[^>]*?\\s${attribute}="(/[^"#]*)`, 'g');
  return [...html.matchAll(pattern)].map(([, path]) => (path ?? '/').replaceAll('&amp;', '&'));
}
