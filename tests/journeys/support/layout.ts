import { expect, type Page } from '@playwright/test';

/** Fails when the page must be scrolled sideways on the narrowest phone. Says what sticks out. */
export async function expectToFitAPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    return [`${scrollWidth} px wide`, ...out.slice(-3).map((e) => e.outerHTML.slice(0, 160))];
  });
  expect.soft(tooWide, `${page.url()} at 320 px`).toEqual([]);
  if (before) await page.setViewportSize(before);
}
