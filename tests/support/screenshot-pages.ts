import type { Page } from '@playwright/test';

export type Role = 'visitor' | 'member' | 'facilitator' | 'host';

export type ScreenshotPage = {
  /** Names the files. */
  name: string;
  as: Role;
  /** Where it is, or how to get there from the home page of that role. */
  at: string | ((page: Page) => Promise<void>);
};

/** What `npm run screenshots` takes: add a line for each page worth looking at. */
export const screenshotPages: ScreenshotPage[] = [
  { name: 'welcome', as: 'visitor', at: '/' },
  { name: 'not-found', as: 'visitor', at: '/nowhere' },
  { name: 'home', as: 'member', at: '/' },
];
