import { expect, type Page } from '@playwright/test';

/** The narrowest phone there is, and a usual one: what is left out on the first must fit the second. */
const PHONES = [320, 360];

/**
 * Fails when the page must be scrolled sideways on a phone, or when a control is cut off there. Says
 * what sticks out.
 */
export async function expectToFitAPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const width of PHONES) await expectToFit(page, width);
  if (before) await page.setViewportSize(before);
}

async function expectToFit(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 640 });
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    return [`${scrollWidth} px wide`, ...out.slice(-3).map((e) => e.outerHTML.slice(0, 160))];
  });
  expect.soft(tooWide, `${page.url()} at ${width} px`).toEqual([]);
  const cutOff = await page.evaluate(() => {
    const cuts = (around: Element, right: number) =>
      /hidden|clip/.test(getComputedStyle(around).overflowX) &&
      right > around.getBoundingClientRect().right + 0.5;
    const isCut = (control: Element) => {
      const { right, width } = control.getBoundingClientRect();
      if (width === 0 || !control.checkVisibility()) return false;
      for (let at = control.parentElement; at; at = at.parentElement)
        if (cuts(at, right)) return true;
      return false;
    };
    const controls = document.querySelectorAll('a, button, input, select, textarea, summary');
    return [...controls].filter(isCut).map((control) => control.outerHTML.slice(0, 160));
  });
  expect.soft(cutOff, `cut off on ${page.url()} at ${width} px`).toEqual([]);
}
