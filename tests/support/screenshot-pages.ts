import type { Page } from '@playwright/test';
import type { Part } from '#tests/journeys/support/parts.ts';

export type ScreenshotPage = {
  /** Names the files. */
  name: string;
  as: Part | 'visitor';
  /** Where it is, or how to get there. */
  at: string | ((page: Page) => Promise<void>);
};

const CIRCLE = '/circles/tuesday-leads';

/** What `npm run screenshots` takes: add a line for each page worth looking at. */
export const screenshotPages: ScreenshotPage[] = [
  { name: 'welcome', as: 'visitor', at: '/' },
  { name: 'sign-in', as: 'visitor', at: '/sign-in' },
  { name: 'not-found', as: 'visitor', at: '/nowhere' },
  { name: 'home', as: 'member', at: '/' },
  { name: 'circle', as: 'member', at: CIRCLE },
  { name: 'people', as: 'member', at: `${CIRCLE}/people` },
  { name: 'agreement', as: 'member', at: `${CIRCLE}/agreement` },
  { name: 'reading', as: 'member', at: `${CIRCLE}/reading` },
  { name: 'new-book', as: 'host', at: `${CIRCLE}/reading/books/new` },
  { name: 'book', as: 'host', at: linked(`${CIRCLE}/reading`, /\/reading\/books\/\d+$/) },
  { name: 'plan', as: 'host', at: linked(`${CIRCLE}/reading`, /\/reading\/\d+\/edit$/) },
  { name: 'threads', as: 'member', at: `${CIRCLE}/threads` },
  { name: 'thread', as: 'member', at: linked(`${CIRCLE}/threads`, /\/threads\/\d+$/) },
  { name: 'new-thread', as: 'member', at: `${CIRCLE}/threads/new` },
  { name: 'decks', as: 'member', at: '/cards' },
  { name: 'deck', as: 'member', at: '/cards/openers' },
  { name: 'card', as: 'facilitator', at: linked('/cards/openers', /\/cards\/openers\/[^/]+$/) },
  { name: 'invitations', as: 'host', at: `${CIRCLE}/invitations` },
  { name: 'settings', as: 'host', at: `${CIRCLE}/settings` },
  { name: 'account', as: 'member', at: '/account' },
  { name: 'site-people', as: 'admin', at: '/site/people' },
];

/** The first page that `from` links to at such an address. */
function linked(from: string, address: RegExp) {
  return async (page: Page) => {
    await page.goto(from);
    const links = await page.locator('a[href]').all();
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
    const href = hrefs.find((href) => href && address.test(href));
    if (!href) throw new Error(`${from} links to nothing like ${address}.`);
    await page.goto(href);
  };
}
