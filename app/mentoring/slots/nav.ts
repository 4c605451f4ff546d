import type { Nav } from '#app/frame/slots.ts';
import { GIVING, WEEK } from '#app/mentoring/addresses.ts';

export const nav: Nav = {
  account: [
    { order: 40, label: 'This week, one person', to: WEEK },
    { order: 50, label: 'Giving and receiving', to: GIVING },
  ],
};
