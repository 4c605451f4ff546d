import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { withinTheDocument } from '#tests/journeys/support/documents.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

const threads = '/circles/tuesday-leads/threads';
const noteOf = (page: Page, text: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(text) });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

journey('a member discusses', async ({ page, hands, signInAs, javaScript, another }) => {
  const mark = randomUUID().slice(0, 8);
  const visit = (go: () => Promise<void>) => (javaScript ? withinTheDocument(page, go) : go());
  await signInAs('member');
  await page.goto(threads);

  await test.step('a thread without a title is refused, and nothing typed is lost', async () => {
    await hands.press(page.getByRole('link', { name: 'Start a thread' }));
    await hands.write(page.getByLabel('What is it about?'), ' ');
    await hands.write(page.getByLabel('Your note'), `Who counts **the swarm**? ${mark}`);
    await hands.press(button(page, 'Start the thread'));
    const title = page.getByLabel('What is it about?');
    await expect(title).toHaveAttribute('aria-invalid', 'true');
    await expect(title).toHaveAccessibleDescription(/\w/);
    await expect(page.getByLabel('Your note')).toHaveValue(`Who counts **the swarm**? ${mark}`);
    if (javaScript) await expectAccessible(page);
  });

  await test.step('with one it is started, its Markdown rendered', async () => {
    await hands.write(page.getByLabel('What is it about?'), `The swarm ${mark}`);
    await hands.select(page.getByLabel(/^Section of/), 'Chapter 4: Why Systems Surprise Us');
    await hands.press(button(page, 'Start the thread'));
    await expect(page.getByRole('heading', { level: 1, name: `The swarm ${mark}` })).toBeVisible();
    await expect(page).toHaveTitle(`The swarm ${mark} · Octavo`);
    await expect(page.locator('.note strong', { hasText: 'the swarm' })).toBeVisible();
  });

  await test.step('a note that quotes the book', async () => {
    await hands.write(page.getByLabel('Add to this'), `I do. <b>Badly.</b> ${mark}`);
    await hands.press(page.getByText('Quote the book'));
    await hands.write(page.getByLabel('The passage'), 'The world is nonlinear.');
    await hands.write(page.getByLabel('Page', { exact: true }), '91');
    await hands.press(button(page, 'Post note'));
    const note = noteOf(page, 'I do.');
    await expect(note.getByText('The world is nonlinear.')).toBeVisible();
    await expect(note.getByText('p. 91')).toBeVisible();
    await expect(note.getByText('<b>Badly.</b>')).toBeVisible();
    await expect(page.getByLabel('Add to this')).toHaveValue('');
  });

  await test.step('edited, with what it said before', async () => {
    await visit(async () => {
      await hands.press(noteOf(page, 'I do.').getByRole('link', { name: 'Edit', exact: true }));
      await expect(page.getByLabel('The passage')).toHaveValue('The world is nonlinear.');
    });
    await hands.write(page.getByLabel('Your note'), `We all do. ${mark}`);
    await hands.press(page.getByRole('button', { name: /^Save/ }));
    const note = noteOf(page, 'We all do.');
    await expect(note).toBeVisible();
    await visit(async () => {
      await hands.press(note.getByRole('link', { name: 'edited' }));
      await expect(page.getByText('I do. <b>Badly.</b>')).toBeVisible();
    });
    await expect(page.getByText('We all do.')).toBeVisible();
    await hands.press(page.getByRole('link', { name: `The swarm ${mark}` }));
  });

  await test.step('taken back, and brought back', async () => {
    await hands.press(button(page, 'Take back').last());
    await expect(page.getByText('You took this note back.')).toBeVisible();
    await expect(page.getByText('We all do.')).toHaveCount(0);
    const notice = page.getByRole('status').filter({ hasText: 'You took your note back' });
    await hands.press(notice.getByRole('button', { name: 'Bring it back' }));
    await expect(noteOf(page, 'We all do.')).toBeVisible();
  });

  await test.step('another member finds it new', async () => {
    const { page: theirs, hands: theirHands } = await another('facilitator');
    await theirs.goto(threads);
    const row = theirs.getByRole('listitem').filter({ hasText: `The swarm ${mark}` });
    await expect(row.getByText('2 new')).toBeVisible();
    await theirHands.press(row.getByRole('link'));
    await expect(noteOf(theirs, 'We all do.')).toBeVisible();
    await theirs.goto(threads);
    await expect(row.getByText('2 new')).toHaveCount(0);
  });
});

test('a draft outlives the page it was typed in', async ({ page, signInAs }) => {
  await signInAs('facilitator');
  await page.goto(threads);
  await page.getByRole('link', { name: 'What the re-org took away' }).click();
  await page.getByLabel('Add to this').fill('Half a thought');
  await expect(page.getByText('Draft saved in this browser')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Your draft is back.')).toBeVisible();
  await expect(page.getByLabel('Add to this')).toHaveValue('Half a thought');
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(page.getByLabel('Add to this')).toHaveValue('');
});

test('a note that was changed elsewhere is not written over', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('facilitator');
  await page.goto(`${threads}/new`);
  await page.getByLabel('What is it about?').fill('Two windows');
  await page.getByLabel('Your note').fill('As it was');
  await button(page, 'Start the thread').click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await expect(page).toHaveURL(/\/edit$/);
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel('Your note').fill('From the other window');
  await other.getByRole('button', { name: /^Save/ }).click();
  await expect(other.getByText('From the other window')).toBeVisible();
  await page.getByLabel('Your note').fill('From this window');
  await withinTheDocument(page, () => page.getByRole('button', { name: /^Save/ }).click());
  await expect(page.getByText('This note was changed in another window')).toBeVisible();
  await expect(page.getByLabel('What you typed')).toHaveValue('From this window');
  await expect(page.getByText('From the other window')).toBeVisible();
  await expectAccessible(page);
});
