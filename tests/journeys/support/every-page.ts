import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { findPages } from './find-pages.ts';
import type { Part } from './parts.ts';
import { routeOf } from './route-table.ts';
import { type Cookies, type CookiesOf, type Staged, stage } from './stage.ts';

type Eyes = Part | 'newcomer' | 'visitor';

export interface ShownPage {
  path: string;
  as: Eyes;
}

interface Kept {
  /** by route module */
  pages: Record<string, ShownPage>;
  newcomer: Cookies;
  /** links that lead nowhere, with who saw them */
  broken: string[];
}

/** In this order: who sees most of a page comes first. */
const EYES: Eyes[] = ['host', 'admin', 'facilitator', 'member', 'newcomer', 'visitor'];

/** Pages that no link leads to: their links come by mail or are printed once. */
const UNLINKED = [
  ...['/sign-in', '/sign-up', '/forgot-password', '/nowhere'],
  ...['/sign-up/x', '/setup/x', '/confirm-email/x', '/reset-password/x', '/demo/x', '/join/x'],
  ...['/hear/x', '/answer/x', '/reply/x'],
];

const keptIn = () => process.env.JOURNEY_PAGES ?? '';

/** Finds every page of the product, once each, and keeps them for whoever looks at them. */
export async function findEveryPage(browser: Browser, cookiesOf: CookiesOf): Promise<void> {
  const pages: Kept['pages'] = {};
  const broken: string[] = [];
  const staged = await stage(browser, cookiesOf);
  for (const as of EYES) {
    const cookies = await cookiesFor(as, staged, cookiesOf);
    const context = await browser.newContext({ baseURL: process.env.JOURNEY_URL });
    await context.addCookies(cookies);
    const theirs = await findPages(context.request, ['/', ...startsFor(as, staged)]);
    for (const [file, [path]] of theirs.found) if (path) pages[file] ??= { path, as };
    broken.push(...theirs.broken.map((link) => `${as}: ${link}`));
    await context.close();
  }
  for (const path of UNLINKED) {
    const route = routeOf(path);
    if (route) pages[route.file] ??= { path, as: 'visitor' };
  }
  const kept: Kept = { pages, newcomer: staged.newcomer, broken };
  writeFileSync(keptIn(), JSON.stringify(kept));
}

/** What was found, and how to be who sees it. */
export function foundPages(cookiesOf: CookiesOf) {
  const kept: Kept = JSON.parse(readFileSync(keptIn(), 'utf8'));
  return {
    pageOf: (file: string): ShownPage | undefined => kept.pages[file],
    broken: kept.broken,
    cookiesFor: (as: Eyes) => cookiesFor(as, kept, cookiesOf),
  };
}

async function cookiesFor(
  as: Eyes,
  { newcomer }: Pick<Staged, 'newcomer'>,
  cookiesOf: CookiesOf,
): Promise<Cookies> {
  if (as === 'visitor') return [];
  return as === 'newcomer' ? newcomer : cookiesOf(as);
}

const startsFor = (as: Eyes, { paths }: Staged): string[] =>
  (paths as Partial<Record<Eyes, string[]>>)[as] ?? [];
