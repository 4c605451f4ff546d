import type { Browser } from '@playwright/test';
import { findPages } from './find-pages.ts';
import type { Part } from './parts.ts';
import { routeOf } from './route-table.ts';
import { type Cookies, type CookiesOf, type Staged, stage } from './stage.ts';

type Eyes = Part | 'newcomer' | 'visitor';

export interface ShownPage {
  path: string;
  as: Eyes;
  cookies: Cookies;
}

/** In this order: who sees most of a page comes first. */
const EYES: Eyes[] = ['host', 'admin', 'facilitator', 'member', 'newcomer', 'visitor'];

/** Pages that no link leads to: their links come by mail or are printed once. */
const UNLINKED = [
  ...['/sign-in', '/sign-up', '/forgot-password', '/nowhere'],
  ...['/sign-up/x', '/setup/x', '/confirm-email/x', '/reset-password/x', '/demo/x', '/join/x'],
  ...['/hear/x', '/answer/x'],
];

let kept: Promise<Map<string, ShownPage>> | undefined;

/** Every page of the product, once each, by route module. Found once a worker. */
export function everyPage(browser: Browser, cookiesOf: CookiesOf) {
  kept ??= find(browser, cookiesOf);
  return kept;
}

async function find(browser: Browser, cookiesOf: CookiesOf): Promise<Map<string, ShownPage>> {
  const shown = new Map<string, ShownPage>();
  const staged = await stage(browser, cookiesOf);
  for (const as of EYES) {
    const cookies = await cookiesFor(as, staged, cookiesOf);
    const context = await browser.newContext({ baseURL: process.env.JOURNEY_URL });
    await context.addCookies(cookies);
    for (const [file, [path]] of await findPages(context.request, [
      '/',
      ...startsFor(as, staged),
    ])) {
      if (path && !shown.has(file)) shown.set(file, { path, as, cookies });
    }
    await context.close();
  }
  for (const path of UNLINKED) {
    const route = routeOf(path);
    if (route && !shown.has(route.file)) {
      shown.set(route.file, { path, as: 'visitor', cookies: [] });
    }
  }
  return shown;
}

async function cookiesFor(as: Eyes, { newcomer }: Staged, cookiesOf: CookiesOf): Promise<Cookies> {
  if (as === 'visitor') return [];
  return as === 'newcomer' ? newcomer : cookiesOf(as);
}

const startsFor = (as: Eyes, { paths }: Staged): string[] =>
  (paths as Partial<Record<Eyes, string[]>>)[as] ?? [];
