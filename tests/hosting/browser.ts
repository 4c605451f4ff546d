import { randomUUID } from 'node:crypto';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { freePort } from '#tests/support/octavo.ts';
import { DOMAIN } from './certificate.ts';
import { onGround } from './ground.ts';
import { books } from './main-job.ts';
import { type Behind, HOST_LINE, nginx, SIZE_LINE } from './nginx.ts';
import { type Group, NotTried, type Situation } from './situation.ts';

/** The worst nginx of all: it hides the host, silences the referrer, and stops at 1 MB. */
const WORST = [
  [HOST_LINE, '        add_header Referrer-Policy no-referrer always;\n'],
  [SIZE_LINE, ''],
] as const;

/** Chromium itself, through nginx: what it really sends, and what people then see. */
export const realBrowser: Group = {
  name: 'a real browser',
  needs: ['nginx', 'openssl'],
  within: (use) =>
    onGround(async (ground) => {
      const https = await freePort();
      const origin = `https://${DOMAIN}:${https}`;
      const octavo = await ground.octavo({ APP_URL: origin, TRUST_PROXY: '1' });
      const behind: Behind = { port: new URL(octavo.url).port, origin, https };
      await nginx(ground, behind, WORST);
      const link = octavo.links[0]?.url ?? '';
      await use([visit(link, true), visit(link, false)]);
    }),
};

function visit(link: string, javaScript: boolean): Situation {
  return {
    where: `Chromium ${javaScript ? 'with' : 'without'} scripts, nginx without Host, with no-referrer and 1 MB`,
    tried: `sign in, write; an import of 2 MB ends ${javaScript ? 'in Octavo’s words' : 'on nginx’s own page'}`,
    needs: [],
    async run() {
      const browser = await launched();
      try {
        const context = await browser.newContext({
          ignoreHTTPSErrors: true,
          javaScriptEnabled: javaScript,
        });
        const page = await context.newPage();
        await page.goto(link);
        await page.getByRole('button', { name: /^Sign in as/ }).click();
        await write(page, await circleOn(page));
        await page.goto(new URL('/shelf/imports/new', link).href);
        const { name, text } = books(2);
        await page
          .getByLabel('The CSV file')
          .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
        await page.getByRole('button', { name: 'Import', exact: true }).click();
        const words = javaScript
          ? /too large for the server in front of Octavo/
          : /413 Request Entity Too Large/;
        await expect(page.getByText(words).first()).toBeVisible();
      } finally {
        await browser.close();
      }
      return undefined;
    },
  };
}

async function launched(): Promise<Browser> {
  const executablePath = process.env.TEST_BROWSER;
  if (!executablePath) throw new NotTried('needs a Chromium: npm run test:hosting -- --install');
  const resolve = `--host-resolver-rules=MAP ${DOMAIN} 127.0.0.1`;
  const args = [resolve, '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath, args });
}

async function circleOn(page: Page): Promise<string> {
  const link = page.locator('a[href^="/circles/"]:not([href="/circles/new"])').first();
  return new URL((await link.getAttribute('href')) ?? '', page.url()).href;
}

async function write(page: Page, circle: string): Promise<void> {
  const title = `Hosted ${randomUUID().slice(0, 8)}`;
  await page.goto(`${circle.split('/', 5).join('/')}/threads/new`);
  await page.locator('[name=title]').fill(title);
  await page.locator('[name=body]').fill('Written through nginx.');
  await page.locator('form:has([name=title]) button').last().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}
