import type { Nav } from '#app/frame/slots.ts';
import { ASKS, addressOfBoard, addressOfTold, WEEK } from '#app/mentoring/addresses.ts';

export const nav: Nav = {
  circle: [{ order: 45, label: 'Asks', to: addressOfBoard }],
  within: [{ way: addressOfBoard, pages: [addressOfTold] }],
  account: [
    { order: 15, label: 'Asking and helping', to: ASKS },
    { order: 16, label: 'This week, one person', to: WEEK },
  ],
};
