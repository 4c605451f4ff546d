import type { Page } from '@playwright/test';
import { untilInteractive, withinTheDocument } from '#tests/journeys/support/documents.ts';
import { expect, test } from '#tests/support/journey.ts';

/** What the pruned server builds must not break: moving between routes that are far apart. */
test.describe('within one document', () => {
  test('links lead across branches, back and forward', async ({
    page,
    signInAs,
    expectedComplaints,
  }) => {
    // Going back four times at once gives up the visits between: Remix leaves the rest of an answer
    // that had begun to arrive to nobody, and the browser reports what nobody takes.
    expectedComplaints.push(/^AbortError: signal is aborted/);
    await signInAs('host');
    await page.goto('/');
    await untilInteractive(page);
    const title = page.getByRole('heading', { level: 1 });
    const first = await title.textContent();
    await withinTheDocument(page, async () => {
      await page.getByRole('link', { name: 'Cards', exact: true }).click();
      await expect(title).toHaveText('Cards');
      await page.getByText('Circles', { exact: true }).first().click();
      await page.getByRole('link', { name: 'Tuesday leads' }).first().click();
      await expect(page).toHaveURL('/circles/tuesday-leads');
      await page.getByRole('link', { name: 'Discussion', exact: true }).first().click();
      await expect(title).toHaveText('Discussion');
      await page.getByRole('link', { name: 'What the re-org took away' }).click();
      await expect(title).toHaveText('What the re-org took away');
      await page.getByLabel('Ines Soto: account').click();
      await page.getByRole('link', { name: 'Account', exact: true }).click();
      await expect(page).toHaveURL('/account');
      await page.goBack();
      await expect(title).toHaveText('What the re-org took away');
      await page.goBack();
      await expect(title).toHaveText('Discussion');
      await page.goForward();
      await expect(title).toHaveText('What the re-org took away');
      for (let i = 0; i < 4; i++) await page.goBack();
      await expect(page).toHaveURL('/');
      await expect(title).toHaveText(first ?? '');
    });
  });

  test('an action answers with errors, then with the next page', async ({ page, signInAs }) => {
    await signInAs('member');
    await page.goto('/circles/tuesday-leads/threads/new');
    await untilInteractive(page);
    await withinTheDocument(page, async () => {
      await page.getByLabel('What is it about?').fill(' ');
      await page.getByLabel('Your note').fill('A note');
      await page.getByRole('button', { name: 'Start the thread' }).click();
      const wrong = page.getByLabel('What is it about?');
      await expect(wrong).toHaveAttribute('aria-invalid', 'true');
      await expect(wrong).toBeFocused();
      await wrong.fill('Within one document');
      await page.getByRole('button', { name: 'Start the thread' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Within one document');
    });
  });

  test('two quick presses post one note', async ({ page, signInAs }) => {
    await signInAs('member');
    await page.goto('/circles/tuesday-leads/threads/new');
    await untilInteractive(page);
    await page.getByLabel('What is it about?').fill('Pressed twice');
    await page.getByLabel('Your note').fill('Only once, please.');
    await page.getByRole('button', { name: 'Start the thread' }).dblclick();
    await expect(page.getByText('Only once, please.')).toHaveCount(1);
    await page.getByRole('link', { name: 'Discussion', exact: true }).first().click();
    await expect(page.getByRole('link', { name: 'Pressed twice' })).toHaveCount(1);
  });

  test('a page that is gone says so', async ({ page, signInAs }) => {
    await signInAs('member');
    await page.goto('/circles/tuesday-leads/threads');
    await untilInteractive(page);
    const link = page.getByRole('link', { name: 'What the re-org took away' });
    const href = (await link.getAttribute('href')) ?? '';
    await withinTheDocument(page, async () => {
      await page.route(`**${href.split('#', 1)[0]}.data*`, (route) =>
        route.continue({
          url: route
            .request()
            .url()
            .replace(/threads\/\d+/, 'threads/999999'),
        }),
      );
      await link.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There’s no such page');
      await page.getByRole('link', { name: 'Go home' }).click();
      await expect(page).toHaveURL('/');
    });
  });

  test('routes are discovered ahead: a visit asks for its data alone', async ({
    page,
    signInAs,
  }) => {
    await signInAs('member');
    const discovered = page.waitForResponse(/__manifest/);
    await page.goto('/cards');
    await discovered;
    await untilInteractive(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await withinTheDocument(page, async () => {
      await page.getByRole('link', { name: 'The slack we spent' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The slack we spent');
    });
    const paths = asked.filter((path) => !path.startsWith('/assets/'));
    expect(paths.filter((path) => path !== '/__manifest')).toHaveLength(1);
    expect(paths[0]).toMatch(/\.data$/);
  });

  test('what a page needs comes while somebody is about to go there: only its data is left to ask for', async ({
    page,
    signInAs,
  }) => {
    await signInAs('member');
    const { asked, circle } = await homeWithCircle(page);
    await circle.hover();
    await untilScriptsAreThere(page);
    expect(asked.filter(isScript).length, 'scripts of the circle’s page').toBeGreaterThan(0);
    expect(asked.filter((path) => !isScript(path))).toEqual([]);

    asked.length = 0;
    await withinTheDocument(page, async () => {
      await circle.click();
      await expect(page).toHaveURL('/circles/tuesday-leads');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday leads');
    });
    const needed = await scriptsOfCircle(page);
    expect(needed.every(isScript)).toBe(true);
    expect(asked.filter((path) => needed.includes(path))).toEqual([]);
    expect(asked.filter((path) => path.endsWith('.data'))).toHaveLength(1);
  });

  test('so it does for who goes by keyboard', async ({ page, signInAs }) => {
    await signInAs('member');
    const { asked, circle } = await homeWithCircle(page);
    await circle.focus();
    await untilScriptsAreThere(page);
    asked.length = 0;
    await circle.press('Enter');
    await expect(page).toHaveURL('/circles/tuesday-leads');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday leads');
    const needed = await scriptsOfCircle(page);
    expect(asked.filter((path) => needed.includes(path))).toEqual([]);
  });

  test('who saves data loads what they look at only', async ({ page, signInAs }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await signInAs('member');
    const { asked, circle } = await homeWithCircle(page, { discovers: false });
    await circle.hover();
    await circle.focus();
    expect(await page.locator('head > link[rel=modulepreload]').count()).toBe(0);
    await circle.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday leads');
    expect(asked.filter(isScript).length).toBeGreaterThan(0);
  });
});

const isScript = (path: string) => /^\/assets\/.*\.js$/.test(path);

/**
 * Home, alive, with what it asks for from then on and the link to a circle on it.
 * @param options.discovers whether it asks for the routes of its links, which saving data forbids
 */
async function homeWithCircle(page: Page, { discovers = true } = {}) {
  const discovered = discovers ? page.waitForResponse(/__manifest/) : null;
  await page.goto('/');
  await (await discovered)?.finished();
  await untilInteractive(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const circle = page.locator('main a[href="/circles/tuesday-leads"]').first();
  return { asked, circle };
}

/** What a circle's page needs. Where the pointer rests on it, more is brought already. */
const scriptsOfCircle = (page: Page) =>
  page.evaluate(() => {
    const { routes } = (window as unknown as { __remixManifest: Manifest }).__remixManifest;
    const circle = routes['routes/circles/circle'];
    return [circle?.module ?? '', ...(circle?.imports ?? [])];
  });

interface Manifest {
  routes: Record<string, { module: string; imports: string[] }>;
}

/** Until every script that the page brings beforehand is there. */
async function untilScriptsAreThere(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const links = [...document.querySelectorAll<HTMLLinkElement>('head > link[rel=modulepreload]')];
    const there = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return (
      links.length > 0 &&
      links.every(({ href }) => there.some(({ name, responseEnd }) => name === href && responseEnd))
    );
  });
}
