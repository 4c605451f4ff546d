import type { Locator } from '@playwright/test';

/** How somebody uses a page: with a mouse, or with the keyboard alone. */
export interface Hands {
  /** a link, a button, or what unfolds something */
  press(target: Locator): Promise<void>;
  /** types over what is in a field */
  write(field: Locator, text: string): Promise<void>;
  /** a radio button */
  choose(radio: Locator): Promise<void>;
  tick(checkbox: Locator): Promise<void>;
  /** an option of a list, by its words */
  select(list: Locator, option: string): Promise<void>;
  /** @param date 'YYYY-MM-DD' */
  date(field: Locator, date: string): Promise<void>;
  /** @param time 'HH:MM' */
  time(field: Locator, time: string): Promise<void>;
}

export const mouse: Hands = {
  press: (target) => target.click(),
  write: (field, text) => field.fill(text),
  choose: (radio) => radio.check({ force: true }),
  tick: (checkbox) => checkbox.check(),
  select: async (list, option) => {
    await list.selectOption({ label: option });
  },
  date: (field, date) => field.fill(date),
  time: (field, time) => field.fill(time),
};
