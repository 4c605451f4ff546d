import { expect, type Locator, type Page } from '@playwright/test';
import type { Hands } from './hands.ts';

interface Asking {
  page: Page;
  hands: Hands;
  javaScript: boolean;
}

/** The radio of somebody who can be asked; who is not suggested stands in a fold. */
export async function personToAsk(
  { page, hands }: Pick<Asking, 'page' | 'hands'>,
  name: RegExp,
): Promise<Locator> {
  const radio = page.getByRole('radio', { name });
  const fold = page.locator('summary', { hasText: /^Somebody/ });
  await expect(radio.or(fold).first()).toBeVisible();
  if (!(await radio.isVisible())) await hands.press(fold);
  await expect(radio).toBeVisible();
  return radio;
}

/** On the page of a draft: it is to go to them alone. */
export async function chooseToAsk(asking: Asking, name: RegExp): Promise<void> {
  const { page, hands, javaScript } = asking;
  // By keyboard it comes before them on the page; with scripts whoever chooses somebody means it.
  const alone = page.getByRole('radio', { name: 'One person' });
  if (!javaScript) await hands.choose(alone);
  await hands.choose(await personToAsk(asking, name));
  await expect(alone).toBeChecked();
}
