import type { Nav } from '#app/frame/slots.ts';
import { addressOfPolls, USUAL_TIMES } from '#app/polls/addresses.ts';
import { addressOfSessions } from '#app/sessions/addresses.ts';

export const nav: Nav = {
  within: [{ way: addressOfSessions, pages: [addressOfPolls] }],
  account: [{ order: 22, label: 'When you usually can', to: USUAL_TIMES }],
};
