import type { Notice } from '#app/ui/page/notice-line.tsx';
import { addressOfRecipesFor } from './addresses.ts';

type RecipeNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends RecipeNotices {}
}

const addressOfUse = (param: string) => {
  const [circle = '', session = '', use = ''] = param.split('/');
  return `${addressOfRecipesFor(circle, session)}/${use}/undoing`;
};

/** What is said after an act of this room, by code. */
export const notices = {
  'recipe-on': {
    words: 'It is on the agenda. Change it as you like.',
    undo: { label: 'Take it off again', action: addressOfUse },
  },
  'recipe-there': { words: 'All of it was on the agenda already.' },
  'recipe-off': { words: 'It is off the agenda.' },
  'recipe-partly-off': {
    words: 'It is off the agenda, except for what somebody has changed since.',
  },
  'recipe-stays': { words: 'This session is over or cancelled, so its agenda stays.' },
  'favourite-kept': { words: 'It is a favourite of the circle, and stands first when you choose.' },
  'favourite-let-go': { words: 'It is no favourite of the circle any more.' },
  'favourite-not-there': { words: 'There is no such card or recipe any more.' },
} satisfies Record<string, Notice>;
