import { byOrder } from './by-room.ts';
import type { Nav } from './slots.ts';

const navs = Object.values(
  import.meta.glob<Nav>('/app/*/slots/nav.ts', { eager: true, import: 'nav' }),
);

/** The ways to every room, in their order. */
export const circleWays = byOrder(navs.flatMap(({ circle = [] }) => circle));
export const mainWays = byOrder(navs.flatMap(({ main = [] }) => main));
export const accountWays = byOrder(navs.flatMap(({ account = [] }) => account));
const within = navs.flatMap((nav) => nav.within ?? []);

/** The pages of a circle that belong to what a way leads to, and do not stand below it. */
export const pagesWithin = (address: string, circle: string): string[] =>
  within
    .filter(({ way }) => way(circle) === address)
    .flatMap(({ pages }) => pages.map((page) => page(circle)));

/** For aria-current: 'page' on the very page a way leads to, 'true' further in. */
export function currentAt(pathname: string, to: string, also: readonly string[] = []) {
  if (pathname === to) return 'page';
  const under = (page: string) => pathname === page || pathname.startsWith(`${page}/`);
  return [to, ...also].some(under) ? 'true' : undefined;
}
