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
});
