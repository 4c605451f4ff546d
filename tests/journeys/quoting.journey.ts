import { randomUUID } from 'node:crypto';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { withinTheDocument } from '#tests/journeys/support/documents.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

const threads = '/circles/tuesday-leads/threads';

journey('a member answers a note', async ({ page, hands, signInAs, javaScript }) => {
  const mark = randomUUID().slice(0, 8);
  await signInAs('facilitator');
  await page.goto(`${threads}/new`);
  await hands.write(page.getByLabel('What is it about?'), `Answers ${mark}`);
  await hands.write(page.getByLabel('Your note'), 'Who counts **the swarm**?');

  await test.step('having looked at it first', async () => {
    await hands.press(page.getByRole('button', { name: 'Preview' }));
    await expect(page.locator('.note-preview strong')).toHaveText('the swarm');
    await expect(page.getByLabel('Your note')).toHaveValue('Who counts **the swarm**?');
    if (javaScript) await expectAccessible(page);
    await hands.press(page.getByRole('button', { name: 'Start the thread' }));
    await expect(page.getByRole('heading', { level: 1, name: `Answers ${mark}` })).toBeVisible();
  });

  await test.step('by its words', async () => {
    await hands.press(page.getByRole('link', { name: 'Reply' }));
    await expect(page.getByLabel('Add to this')).toHaveValue(/^> \*\*.+\*\* wrote:\n>\n> Who/);
    const begun = await page.getByLabel('Add to this').inputValue();
    await hands.write(page.getByLabel('Add to this'), `${begun.trimEnd()}\n\nNobody.`);
    await hands.press(page.getByRole('button', { name: 'Post note' }));
    await expect(page.locator('.note blockquote')).toContainText('Who counts');
    await expect(page.getByLabel('Add to this')).toHaveValue('');
  });
});

test('a passage that is selected is quoted, and keys send it', async ({ page, signInAs }) => {
  await signInAs('facilitator');
  await page.goto(`${threads}/new`);
  await page.getByLabel('What is it about?').fill('A passage');
  await page.getByLabel('Your note').fill('First words.\n\nSecond words.');
  await page.getByLabel('Your note').press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'A passage' })).toBeVisible();
  await page.getByLabel('Add to this').fill('As I said.');
  await page.getByText('Second words.').selectText();
  await page.getByRole('button', { name: 'Quote', exact: true }).click();
  const body = page.getByLabel('Add to this');
  await expect(body).toHaveValue(/^As I said\.\n\n> \*\*.+\*\* wrote:\n>\n> Second words\.\n\n$/);
  await expect(body).toBeFocused();
  await expect(page.getByText('Draft saved in this browser')).toBeVisible();
  await page.keyboard.type('Yes.');
  await withinTheDocument(page, () => page.keyboard.press('Control+Enter'));
  await expect(page.locator('.note blockquote')).toContainText('Second words.');
  await expect(page.locator('.note')).toHaveCount(2);
});
