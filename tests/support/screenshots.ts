import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { stageAwkward } from '#tests/journeys/support/awkward.ts';
import { type Part, signInLink } from '#tests/journeys/support/parts.ts';
import { type Cookies, type Staged, stage } from '#tests/journeys/support/stage.ts';
import { type Octavo, startOctavo } from '#tests/support/octavo.ts';
import { startOpenLibrary } from '#tests/support/open-library.ts';
import {
  awkwardPages,
  type ScreenshotPage,
  screenshotPages,
} from '#tests/support/screenshot-pages.ts';

const FOLDER = join(import.meta.dirname, '../screenshots');
const WIDTHS = [360, 768, 1280];
const MAIL_WIDTHS = [320, 560];
const SCHEMES = ['light', 'dark'] as const;

/** Takes every page whose name contains one of `words`, or all, on the demo community. */
export async function takeScreenshots(executablePath: string, words: string[]): Promise<void> {
  const isWanted = ({ name }: { name: string }) =>
    words.length === 0 || words.some((word) => name.includes(word));
  const wanted = screenshotPages.filter(isWanted);
  const awkward = awkwardPages.filter(isWanted);
  const mails = isWanted({ name: 'mails' });
  if (wanted.length + awkward.length === 0 && !mails)
    throw new Error(`No page is called like ${words.join(' or ')}.`);
  mkdirSync(FOLDER, { recursive: true });
  if (mails) await takeMails(executablePath);
  if (wanted.length + awkward.length === 0) return;
  const library = await startOpenLibrary();
  const env = { BOOK_LOOKUP: 'open-library', BOOK_LOOKUP_URL: library.url };
  const octavo = await startOctavo({ demo: true, env });
  const browser = await chromium.launch({ executablePath });
  try {
    process.env.JOURNEY_URL = octavo.url;
    const cookiesOf = async (part: Part) => (await signIn(browser, octavo, part)).cookies();
    const needsStage = wanted.some(({ as, at }) => as === 'newcomer' || typeof at === 'function');
    const staged = needsStage ? await stage(browser, cookiesOf) : null;
    for (const role of new Set(wanted.map(({ as }) => as))) {
      const signedIn = await signIn(browser, octavo, role, staged?.newcomer);
      for (const page of wanted.filter(({ as }) => as === role)) await take(signedIn, page, staged);
      await signedIn.close();
    }
    if (awkward.length > 0) {
      const { circle } = await stageAwkward(browser, cookiesOf);
      const host = await signIn(browser, octavo, 'host');
      for (const { name, below, into } of awkward) {
        const at = async (page: Page) => {
          await page.goto(circle + below);
          if (into) await page.locator('main').locator(into).first().click();
        };
        await take(host, { name, as: 'host', at }, null);
      }
    }
  } finally {
    await browser.close();
    await octavo.stop();
    await library.stop();
  }
}

/** Every mail as a phone and a window show it. */
async function takeMails(executablePath: string): Promise<void> {
  const { examples, letterOf, shownIn } = await import('#tests/mails/letters.ts');
  const browser = await chromium.launch({ executablePath });
  const page = await browser.newPage();
  for (const example of examples) {
    const { html } = await letterOf(example);
    const name = `mail-${example.mail}-${example.name}`.replace(/[^a-z]+/g, '-');
    for (const colorScheme of SCHEMES) {
      await page.setContent(shownIn(html, colorScheme));
      for (const width of MAIL_WIDTHS) {
        await page.setViewportSize({ width, height: 500 });
        const path = join(FOLDER, `${name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true });
      }
    }
    console.log(`  ${name}`);
  }
  await browser.close();
}

async function signIn(
  browser: Browser,
  octavo: Octavo,
  as: ScreenshotPage['as'],
  newcomer: Cookies = [],
) {
  const context = await browser.newContext({
    baseURL: octavo.url,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  if (as === 'visitor') return context;
  if (as === 'newcomer') {
    await context.addCookies(newcomer);
    return context;
  }
  const { pathname } = new URL(signInLink(as, octavo.links));
  const headers = { Origin: octavo.url };
  const answer = await context.request.post(pathname, { form: {}, headers, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`Signing in as ${as}: ${answer.status()}`);
  return context;
}

async function take(
  context: BrowserContext,
  { name, at }: ScreenshotPage,
  staged: Staged | null,
): Promise<void> {
  const page = await context.newPage();
  if (typeof at === 'string') await page.goto(at);
  else await at(page, staged as Staged);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => document.fonts.ready);
      const path = join(FOLDER, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
    }
  }
  console.log(`  ${name}`);
  await page.close();
}
