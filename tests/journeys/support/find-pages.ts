import { type APIRequestContext, expect } from '@playwright/test';
import { routeOf } from './route-table.ts';

/** How many pages of one route are looked at for links; the next ones would say the same. */
const PER_ROUTE = 3;

/**
 * Follows links and form addresses from `from`, as somebody signed in, until nothing new is found.
 * @returns the paths of pages that answered, by route module
 */
export async function findPages(
  request: APIRequestContext,
  from: string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const known = new Set(from);
  const queue = [...from];
  for (const path of queue) {
    const route = routeOf(pathnameOf(path));
    if (!route || (found.get(route.file)?.length ?? 0) >= PER_ROUTE) continue;
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), `${path} broke`).toBeLessThan(500);
    if (!isPage(answer.status(), answer.headers()['content-type'])) continue;
    found.set(route.file, [...(found.get(route.file) ?? []), path]);
    for (const next of linksIn(await answer.text())) {
      if (known.has(next)) continue;
      known.add(next);
      queue.push(next);
    }
  }
  return found;
}

const isPage = (status: number, type = '') => status === 200 && type.startsWith('text/html');

const pathnameOf = (path: string) => path.split('?', 1)[0] ?? path;

function linksIn(html: string): string[] {
  const addresses = [...html.matchAll(/<(?:a|form)\b[^>]*?\s(?:href|action)="(\/[^"#]*)/g)];
  return addresses.map(([, address]) => (address ?? '/').replaceAll('&amp;', '&'));
}
