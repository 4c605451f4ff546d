import { expect, type Locator, type Page } from '@playwright/test';
import type { Hands } from './hands.ts';

const MOST_TABS = 150;
const UNSEEN = 'has focus without showing it';

/** Somebody who uses the keyboard alone. Everything they come past must show that it has focus. */
export function keyboardOn(page: Page): Hands {
  const { keyboard } = page;

  async function tab(): Promise<void> {
    await keyboard.press('Tab');
    expect((await page.evaluate(focusOn, null)).unseen, UNSEEN).toBeNull();
  }

  async function to(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    if (await hasFocus(target)) return;
    let element = await target.elementHandle();
    for (let i = 0; i < MOST_TABS; i++) {
      await keyboard.press('Tab');
      // All in one look: there are hundreds of them on the way.
      const { unseen, isThere, isGone } = await page.evaluate(focusOn, element);
      expect(unseen, UNSEEN).toBeNull();
      if (isThere) return;
      // The page has drawn it anew.
      if (isGone) {
        if (await hasFocus(target)) return;
        element = await target.elementHandle();
      }
    }
    throw new Error(`The keyboard does not reach ${target}.`);
  }

  /**
   * Types into the parts of a date or time. Their order is that of the browser's own language, which
   * a test cannot set: whoever sees that it came out wrong goes back and types it the other way.
   */
  async function typeParts(field: Locator, value: string, ways: string[]): Promise<void> {
    for (const digits of ways) {
      await keyboard.type(digits);
      if ((await field.inputValue()) === value) return;
      for (let part = 0; part < 3; part++) await keyboard.press('ArrowLeft');
    }
    await expect(field).toHaveValue(value);
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
      expect((await page.evaluate(focusOn, null)).unseen, UNSEEN).toBeNull();
    },
    async select(list, option) {
      await to(list);
      // As far as there are keys for it: what has none would be pasted where text was last selected.
      await keyboard.type(/^[ -~]*/.exec(option)?.[0] ?? '');
      await expect(list.locator('option:checked')).toHaveText(option);
    },
    async date(field, date) {
      await to(field);
      const [year = '', month = '', day = ''] = date.split('-');
      await typeParts(field, date, [`${day}${month}${year}`, `${month}${day}${year}`]);
      await leave(field, tab);
    },
    async time(field, time) {
      await to(field);
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      const half = `${two(hour % 12 || 12)}${two(minute)}${hour < 12 ? 'a' : 'p'}`;
      await typeParts(field, time, [time.replace(':', ''), half]);
      await leave(field, tab);
    },
  };
}

/** Past the parts of a date or time, and the button that opens its picker. */
async function leave(field: Locator, tab: () => Promise<void>): Promise<void> {
  for (let i = 0; i < 5 && (await hasFocus(field)); i++) await tab();
}

/**
 * Runs in the page: what has focus without showing it, or is not even in view; and whether `target`
 * has it, or is in the page no more.
 */
function focusOn(target: Node | null) {
  const element = document.activeElement;
  const there = { isThere: element !== null && element === target, isGone: !target?.isConnected };
  if (!element || element === document.body) return { ...there, unseen: null };
  const outlined = (part: Element | null) => {
    if (!part) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  };
  const { width, height, top, bottom } = element.getBoundingClientRect();
  const inView = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  const shown = outlined(element) || outlined(element.closest('label'));
  return { ...there, unseen: inView && shown ? null : element.outerHTML.slice(0, 200) };
}

const two = (n: number) => String(n).padStart(2, '0');

const hasFocus = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement);

const anyHasFocus = (group: Locator) =>
  group.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
