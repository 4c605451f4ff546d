import { type BrowserContext, test as base, expect } from '@playwright/test';
import type { Octavo } from '#tests/support/octavo.ts';

export { expect };

type Role = 'host' | 'facilitator' | 'member';

type Fixtures = {
  /** Signs this test's browser in as somebody of the demo community. */
  signInAs: (role: Role) => Promise<void>;
  /** Complaints of the page that a journey expects: it pushes a pattern here first. */
  expectedComplaints: RegExp[];
  watch: undefined;
};

/**
 * A journey on the shared Octavo. It fails when a page logs an error or asks a third party for
 * anything. For a journey without JavaScript: `test.use({ javaScriptEnabled: false })`.
 */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern.
  baseURL: async ({}, use) => {
    await use(process.env.JOURNEY_URL);
  },

  signInAs: async ({ page }, use) => {
    await use(async (role) => {
      await page.goto(signInLink(role));
      await page.getByRole('button', { name: /^Sign in as/ }).click();
      await page.waitForURL('/');
    });
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern.
  expectedComplaints: async ({}, use) => {
    await use([]);
  },

  watch: [
    async ({ context, expectedComplaints }, use) => {
      const complaints = watch(context);
      await use(undefined);
      const unexpected = complaints.filter(
        (complaint) => !expectedComplaints.some((pattern) => pattern.test(complaint)),
      );
      expect(unexpected, 'what the page complained about').toEqual([]);
    },
    { auto: true },
  ],
});

/** Collects errors and foreign requests of every page of a context; also for contexts made by hand. */
export function watch(context: BrowserContext): string[] {
  const complaints: string[] = [];
  const { host } = new URL(process.env.JOURNEY_URL ?? 'http://localhost');
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== host) complaints.push(`asked ${url.href}`);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    // The browser's own note on a 4xx answer, which journeys ask for on purpose.
    if (message.type() !== 'error' || /^Failed to load resource/.test(message.text())) return;
    complaints.push(message.text());
  });
  return complaints;
}

function signInLink(role: Role): string {
  const links: Octavo['links'] = JSON.parse(process.env.JOURNEY_LINKS ?? '[]');
  const link = links.find(({ label }) => label.toLowerCase().includes(role));
  if (!link) throw new Error(`The start printed no sign-in link for a ${role}.`);
  return link.url;
}
