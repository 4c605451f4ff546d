import sharp from 'sharp';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { startCircle } from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

journey('home, many invited, a picture, and a circle at rest', async (travel) => {
  const { page, hands, signInAs, javaScript } = travel;
  await signInAs('host');
  const looksRight = async () => {
    if (!javaScript) return;
    await expectAccessible(page);
    await expectToFitAPhone(page);
  };
  const name = `Resting ${Math.random().toString(36).slice(2, 8)}`;
  const circle = await startCircle(page, { name });

  await test.step('a list of people is invited', async () => {
    await page.goto(`${circle}/invitations`);
    const list = `Ada <ada-${name.slice(-6)}@example.org>, bo-${name.slice(-6)}@example.org`;
    await hands.write(page.getByLabel('Their email addresses'), list);
    await hands.press(page.getByRole('button', { name: 'Send the invitations' }));
    await expect(page.getByText('Two invitations are written')).toBeVisible();
    await looksRight();
  });

  await test.step('a picture of oneself', async () => {
    const jpeg = await sharp({
      create: { width: 640, height: 480, channels: 3, background: '#886644' },
    })
      .jpeg()
      .toBuffer();
    await page.goto('/account/picture');
    await looksRight();
    await page
      .getByLabel(/picture/, { exact: false })
      .setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: jpeg });
    await hands.press(page.getByRole('button', { name: 'Save the picture' }));
    await expect(page).toHaveURL(/\/account$/);
    const picture = page.getByRole('main').locator('img').first();
    await expect(picture).toHaveJSProperty('naturalWidth', 320);
    await page.goto(`${circle}/people`);
    await looksRight();
    await hands.press(page.getByRole('main').getByRole('link', { name: 'Ines Soto' }).first());
    await expect(page.getByRole('heading', { level: 1, name: 'Ines Soto' })).toBeVisible();
    await looksRight();
  });

  await test.step('the circle is archived: it says so, and its forms are closed', async () => {
    await page.goto(`${circle}/archiving`);
    await hands.press(page.getByRole('button', { name: `Archive ${name}` }));
    const line = page.getByText('This circle is archived: everything can be read');
    await expect(line).toBeVisible();
    // Above what the page holds, and not over it.
    const content = page.getByRole('heading', { name: 'Next session' });
    const [said, first] = [await line.boundingBox(), await content.boundingBox()];
    expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(first?.y ?? 0);
    await expect(page.getByRole('link', { name: 'Schedule a session' })).toHaveCount(0);
    await looksRight();
    await page.goto(`${circle}/threads/new`);
    await expect(page.getByLabel('What is it about?')).toBeDisabled();
    await looksRight();
    await page.goto('/');
    await expect(page.getByRole('link', { name: `${name} (archived)` })).toBeVisible();
    await looksRight();
  });

  await test.step('and brought back', async () => {
    await page.goto(circle);
    await hands.press(page.getByRole('link', { name: 'Bring it back' }));
    await hands.press(page.getByRole('button', { name: `Bring ${name} back` }));
    await expect(page.getByText('The circle is back, as it was.')).toBeVisible();
    await page.goto(`${circle}/threads/new`);
    await expect(page.getByLabel('What is it about?')).toBeEnabled();
  });
});
