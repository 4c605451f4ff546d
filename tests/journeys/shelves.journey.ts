import { randomUUID } from 'node:crypto';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { expect, glance, test } from '#tests/support/journey.ts';

// Both ways use the same person's shelf.
test.describe.configure({ mode: 'serial' });

glance('a reader brings their books along', async ({ page, hands, signInAs, javaScript }) => {
  await signInAs('host');
  const mark = randomUUID().slice(0, 6);
  const title = (name: string) => `${name} ${mark}`;
  const book = (name: string) => page.getByRole('link', { name: title(name), exact: true });
  const library = [
    'Book Id,Title,Author,ISBN13,Date Read,Date Added,Exclusive Shelf',
    `${mark}1,${title('Slow Rivers')},Ann Author,"=""""",,2024/01/02,to-read`,
    `${mark}2,${title('Quiet Teams')},Bo Writer,"=""""",2024/03/04,2024/01/02,read`,
    `${mark}3,${title('Half Way')},Bo Writer,"=""""",,2024/01/02,did-not-finish`,
  ].join('\n');

  await test.step('finds the shelf, and sends an export', async () => {
    await page.goto('/');
    await hands.press(page.getByRole('link', { name: 'Shelf', exact: true }));
    await hands.press(page.getByRole('link', { name: /^Import/ }).first());
    await expect(page.getByRole('heading', { level: 1, name: /^Import/ })).toBeVisible();
    if (javaScript) await expectAccessible(page);
    await page.getByLabel('The CSV file').setInputFiles({
      name: 'library.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(library),
    });
    await hands.press(page.getByRole('button', { name: 'Import', exact: true }));
  });

  await test.step('sees it end by itself, and which row could not be used', async () => {
    await expect(page.getByRole('heading', { name: 'Your import is done' })).toBeVisible({
      timeout: 15_000,
    });
    await expect(page.getByText('2 new, 1 row could not be used.')).toBeVisible();
    await expect(page.getByText(/It stands on “did-not-finish”/)).toBeVisible();
    if (javaScript) await expectAccessible(page);
  });

  await test.step('adds one by hand', async () => {
    await hands.press(page.getByRole('link', { name: 'Your shelf' }));
    await hands.press(page.getByRole('link', { name: 'Add a book' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Add a book' })).toBeVisible();
    await page.getByLabel('Title').fill(title('Open Doors'));
    await hands.press(page.getByRole('button', { name: 'Put it on your shelf' }));
    await expect(page.getByText('It’s on your shelf.')).toBeVisible();
    await expect(book('Open Doors')).toBeVisible();
  });

  await test.step('starts it', async () => {
    await hands.press(page.getByRole('button', { name: `Start ${title('Open Doors')}` }));
    await expect(page.getByText('It’s on your shelf: reading.')).toBeVisible();
    await hands.press(page.getByRole('link', { name: /^Reading \d+$/ }));
    await expect(book('Open Doors')).toBeVisible();
    await expect(book('Slow Rivers')).toBeHidden();
  });

  await test.step('takes it off, and puts it back', async () => {
    await hands.press(book('Open Doors'));
    await hands.press(page.getByRole('button', { name: 'Take it off my shelf' }));
    await expect(page.getByText('It’s off your shelf.')).toBeVisible();
    await expect(book('Open Doors')).toBeHidden();
    await hands.press(page.getByRole('button', { name: 'Put it back' }));
    await expect(page.getByText('It’s back on your shelf.')).toBeVisible();
    await expect(book('Open Doors')).toBeVisible();
  });

  await test.step('puts a book that circles read on it', async () => {
    await page.goto('/books?search=Puzzle');
    const listed = page.getByRole('listitem').filter({ hasText: 'An Elegant Puzzle' });
    await hands.press(listed.getByRole('button', { name: 'Want to read' }));
    await expect(page.getByText('It’s on your shelf: want to read.')).toBeVisible();
    await hands.press(listed.getByRole('button', { name: 'Take off my shelf' }));
    await expect(listed.getByRole('button', { name: 'Take off my shelf' })).toBeHidden();
    if (javaScript) await expectAccessible(page);
  });

  await test.step('undoes the import', async () => {
    await page.goto('/shelf');
    await hands.press(page.getByRole('link', { name: 'library.csv' }).first());
    await hands.press(page.getByRole('link', { name: 'Undo this import' }));
    await hands.press(page.getByRole('button', { name: 'Take them off' }));
    await expect(page.getByText(/^Taken back\. What you changed/)).toBeVisible();
    await expect(book('Slow Rivers')).toBeHidden();
    await expect(book('Open Doors')).toBeVisible();
  });
});
