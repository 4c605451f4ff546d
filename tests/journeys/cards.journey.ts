import { randomUUID } from 'node:crypto';
import { plainPage, startCircle } from '#tests/journeys/support/circle.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

journey('a facilitator finds a card and starts a thread from it', async (travel) => {
  const { page, hands, signInAs } = travel;
  // A circle more: with one alone, it would not be asked in which circle to start.
  const name = `Card readers ${randomUUID().slice(0, 8)}`;
  const plain = await plainPage(page, signInAs, 'facilitator');
  const circle = await startCircle(plain, { name });
  await plain.context().close();
  await signInAs('facilitator');
  await page.goto('/');
  await hands.press(page.getByRole('link', { name: 'Cards', exact: true }));

  await test.step('by kind, time and words', async () => {
    const time = page.getByLabel('Time', { exact: true });
    const words = await time.locator('option[value="10"]').textContent();
    await hands.select(time, words ?? '');
    await hands.press(page.getByRole('button', { name: 'Show cards' }));
    await expect(page).toHaveURL(/minutes=10/);
    await expect(page.getByRole('link', { name: 'Show all cards' })).toBeVisible();
    await hands.press(page.getByRole('link', { name: 'Show all cards' }));
    await expect(page).toHaveURL(/\/cards$/);
    await hands.write(page.getByLabel('Words', { exact: true }), 'fifteen percent');
    await hands.press(page.getByRole('button', { name: 'Show cards' }));
    await expect(page).toHaveURL(/q=fifteen/);
  });

  await test.step('reads it', async () => {
    await hands.press(page.getByRole('link', { name: 'Your fifteen percent', exact: true }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your fifteen percent');
    await expect(page.getByText(/\d+ minutes/).first()).toBeVisible();
  });

  await test.step('starts a thread from it', async () => {
    await hands.press(page.getByText('Start a thread from this'));
    await hands.press(page.getByRole('link', { name: `In ${name}` }));
    await expect(page).toHaveURL((url) => url.pathname === `${circle}/threads/new`);
    await expect(page.getByLabel('What is it about?')).toHaveValue('Your fifteen percent');
    await hands.write(page.getByLabel('Your note'), 'Mine: ask before I fix.');
    await hands.press(page.getByRole('button', { name: 'Start the thread' }));
    await expect(page.getByText('Mine: ask before I fix.')).toBeVisible();
    await hands.press(page.getByRole('link', { name: 'Your fifteen percent' }));
    await expect(page).toHaveURL(/\/cards\/closing-and-commitments\/your-fifteen-percent$/);
  });
});
