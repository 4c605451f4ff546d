import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { type Hands, mouse } from '#tests/journeys/support/hands.ts';
import { keyboardOn } from '#tests/journeys/support/keyboard.ts';
import { type Part, signInLink } from '#tests/journeys/support/parts.ts';

export { expect };

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Signs a browser in as somebody of the demo community: this test's, unless another is given. */
type SignInAs = (part: Part, browser?: BrowserContext) => Promise<void>;

type Fixtures = {
  signInAs: SignInAs;
  /** Complaints of the page that a journey expects: it pushes a pattern here first. */
  expectedComplaints: RegExp[];
  watch: undefined;
};

type WorkerFixtures = {
  /** The cookies of one sign-in each, shared by the journeys of a worker. */
  signIns: (part: Part) => Promise<Cookies>;
};

/**
 * A journey on the shared Octavo. It fails when a page logs an error, breaks the content security
 * policy, or asks a third party for anything.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern.
  baseURL: async ({}, use) => {
    await use(process.env.JOURNEY_URL);
  },

  signIns: [
    async ({ browser }, use) => {
      const kept = new Map<Part, Promise<Cookies>>();
      await use((part) => {
        const cookies = kept.get(part) ?? signIn(browser, part);
        kept.set(part, cookies);
        return cookies;
      });
    },
    { scope: 'worker' },
  ],

  signInAs: async ({ context, signIns }, use) => {
    await use(async (part, other = context) => {
      await other.addCookies(await signIns(part));
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

interface Journey {
  page: Page;
  signInAs: SignInAs;
  hands: Hands;
  /** a browser of somebody else's, who travels the same way */
  another: (part?: Part) => Promise<{ page: Page; hands: Hands }>;
  /** whether this time scripts run */
  javaScript: boolean;
}

type Way = 'with JavaScript' | 'without JavaScript' | 'by keyboard';

/** Declares a journey in each way people travel. */
export function journey(title: string, body: (journey: Journey) => Promise<void>): void {
  for (const way of ['with JavaScript', 'without JavaScript', 'by keyboard'] satisfies Way[]) {
    travel(way, title, body);
  }
}

/** Declares one whose forms have nothing of their own to learn for the keyboard. */
export function glance(title: string, body: (journey: Journey) => Promise<void>): void {
  for (const way of ['with JavaScript', 'without JavaScript'] satisfies Way[]) {
    travel(way, title, body);
  }
}

function travel(way: Way, title: string, body: (journey: Journey) => Promise<void>): void {
  const javaScript = way !== 'without JavaScript';
  const handsOn = way === 'by keyboard' ? keyboardOn : () => mouse;
  test.describe(way, () => {
    test.use({ javaScriptEnabled: javaScript });
    test(title, async ({ page, browser, baseURL, signInAs }) => {
      if (way === 'by keyboard') test.slow();
      const others: { context: BrowserContext; complaints: string[] }[] = [];
      const another = async (part?: Part) => {
        const context = await browser.newContext({ baseURL, javaScriptEnabled: javaScript });
        others.push({ context, complaints: watch(context) });
        if (part) await signInAs(part, context);
        const theirs = await context.newPage();
        return { page: theirs, hands: handsOn(theirs) };
      };
      await body({ page, hands: handsOn(page), signInAs, another, javaScript });
      for (const { context, complaints } of others) {
        await context.close();
        expect(complaints, 'what somebody else’s page complained about').toEqual([]);
      }
    });
  });
}

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

async function signIn(browser: Browser, part: Part): Promise<Cookies> {
  const context = await browser.newContext();
  const url = process.env.JOURNEY_URL ?? '';
  const { pathname } = new URL(signInLink(part));
  const answer = await context.request.post(url + pathname, {
    form: {},
    headers: { Origin: url },
    maxRedirects: 0,
  });
  expect(answer.status(), 'the sign-in link is accepted').toBe(303);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}
