import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteConfigEntry } from '@remix-run/route-config';
import routes from '#app/routes.ts';

export interface PageRoute {
  /** the route module, below app/ */
  file: string;
  path: string;
  /** whether a path is this route's */
  matches: (asked: string) => boolean;
}

const app = join(import.meta.dirname, '../../../app');

/** Every route of the product that shows a page; fixed segments before parameters. */
export const pageRoutes: PageRoute[] = routes
  .flatMap((entry) => pathsOf(entry, ''))
  .filter(({ file }) => /export default/.test(readFileSync(join(app, file), 'utf8')))
  .sort((a, b) => (rank(a.path) < rank(b.path) ? -1 : 1));

export function routeOf(path: string): PageRoute | undefined {
  return pageRoutes.find(({ matches }) => matches(path));
}

function rank(path: string): string {
  return path.replaceAll(':', '\ufffe').replaceAll('*', '\uffff');
}

function pathsOf(entry: RouteConfigEntry, above: string): PageRoute[] {
  const path = `${above}/${entry.path ?? ''}`.replace(/\/+$/, '') || '/';
  const pattern = path
    .replaceAll('.', '\\.')
    .replace(/:[^/.\\]+/g, '[^/]+')
    .replace('*', '.*');
  const whole = new RegExp(`^${pattern}$`);
  const below = (entry.children ?? []).flatMap((child) => pathsOf(child, path));
  return [{ file: entry.file, path, matches: (asked) => whole.test(asked) }, ...below];
}
