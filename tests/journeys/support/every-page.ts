import type { Browser, BrowserContext } from '@playwright/test';
import { findPages } from './find-pages.ts';
import type { Part } from './parts.ts';
import { type PageRoute, routeOf } from './route-table.ts';

export type Eyes = Part | 'visitor';

export interface ShownPage {
  route: PageRoute;
  path: string;
  as: Eyes;
}

/** In this order: who sees most of a page comes first. */
const EYES: Eyes[] = ['host', 'admin', 'facilitator', 'member', 'visitor'];

/** Pages that no link leads to: their links come by mail or are printed once. */
const UNLINKED = [
  ...['/sign-in', '/sign-up', '/forgot-password', '/nowhere'],
  ...['/sign-up/x', '/setup/x', '/confirm-email/x', '/reset-password/x', '/demo/x', '/join/x'],
];

let kept: Promise<ShownPage[]> | undefined;

/** Every page of the product, once, as those who see most of it. Found once a worker. */
export function everyPage(
  browser: Browser,
  cookiesOf: (part: Part) => Promise<Parameters<BrowserContext['addCookies']>[0]>,
): Promise<ShownPage[]> {
  kept ??= find(browser, cookiesOf);
  return kept;
}

async function find(...[browser, cookiesOf]: Parameters<typeof everyPage>): Promise<ShownPage[]> {
  const shown = new Map<string, ShownPage>();
  for (const as of EYES) {
    const context = await browser.newContext({ baseURL: process.env.JOURNEY_URL });
    if (as !== 'visitor') await context.addCookies(await cookiesOf(as));
    for (const [file, [path]] of await findPages(context.request, ['/'])) {
      const route = routeOf(path?.split('?', 1)[0] ?? '');
      if (path && route && !shown.has(file)) shown.set(file, { route, path, as });
    }
    await context.close();
  }
  for (const path of UNLINKED) {
    const route = routeOf(path);
    if (route && !shown.has(route.file)) shown.set(route.file, { route, path, as: 'visitor' });
  }
  return [...shown.values()];
}
