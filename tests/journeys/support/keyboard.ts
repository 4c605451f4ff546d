import { expect, type Locator, type Page } from '@playwright/test';
import type { Hands } from './hands.ts';

const MOST_TABS = 150;

/** Somebody who uses the keyboard alone. Everything they come past must show that it has focus. */
export function keyboardOn(page: Page): Hands {
  const { keyboard } = page;

  async function tab(): Promise<void> {
    await keyboard.press('Tab');
    expect(await unseenFocus(page), 'has focus without showing it').toBeNull();
  }

  async function to(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let i = 0; i < MOST_TABS; i++) {
      if (await hasFocus(target)) return;
      await tab();
    }
    throw new Error(`The keyboard does not reach ${target}.`);
  }

  return {
    async press(target) {
      await to(target);
      await keyboard.press('Enter');
    },
    async write(field, text) {
      await to(field);
      await keyboard.press('ControlOrMeta+a');
      await (text ? keyboard.insertText(text) : keyboard.press('Delete'));
    },
    async tick(checkbox) {
      await to(checkbox);
      await keyboard.press('Space');
      await expect(checkbox).toBeChecked();
    },
    async choose(radio) {
      const name = await radio.getAttribute('name');
      const group = page.locator(`input[type=radio][name="${name}"]`);
      for (let i = 0; i < MOST_TABS && !(await anyHasFocus(group)); i++) await tab();
      if (await hasFocus(radio)) await keyboard.press('Space');
      for (let i = 2 * (await group.count()); i > 0 && !(await radio.isChecked()); i--) {
        await keyboard.press('ArrowRight');
      }
      await expect(radio).toBeChecked();
      expect(await unseenFocus(page), 'has focus without showing it').toBeNull();
    },
    async select(list, option) {
      await to(list);
      await keyboard.type(option);
      await expect(list.locator('option:checked')).toHaveText(option);
    },
    async date(field, date) {
      await to(field);
      // The parts of the field stand in the order of the browser's language, en-GB.
      await keyboard.type(date.split('-').reverse().join(''));
      await expect(field).toHaveValue(date);
      await leave(field, tab);
    },
    async time(field, time) {
      await to(field);
      await keyboard.type(time.replace(':', ''));
      await expect(field).toHaveValue(time);
      await leave(field, tab);
    },
  };
}

/** Past the parts of a date or time, and the button that opens its picker. */
async function leave(field: Locator, tab: () => Promise<void>): Promise<void> {
  for (let i = 0; i < 5 && (await hasFocus(field)); i++) await tab();
}

/** What has focus without showing it, or is not even in view. */
function unseenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const outlined = (part: Element | null) => {
      if (!part) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(part);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    const { width, height, top, bottom } = element.getBoundingClientRect();
    const inView = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
    const shown = outlined(element) || outlined(element.closest('label'));
    return inView && shown ? null : element.outerHTML.slice(0, 200);
  });
}

const hasFocus = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement);

const anyHasFocus = (group: Locator) =>
  group.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
