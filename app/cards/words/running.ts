import type { NoteMoment } from '#app/cards/rules/card.ts';

/** When a note for whoever runs a card is wanted, as its heading. */
export const momentWords: Record<NoteMoment, string> = {
  flat: 'If it falls flat',
  upset: 'If somebody is upset',
  dominates: 'If one person takes over',
  numbers: 'With fewer or more',
  remote: 'On a screen',
};
