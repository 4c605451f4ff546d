import type { Notice } from '#app/ui/page/notice-line.tsx';
import { addressOfWeek, WEEK } from './addresses.ts';

type MentoringNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends MentoringNotices {}
}

/** `week/version/page`. */
const weekUndo = {
  label: 'Undo',
  action: (param: string) => {
    const [week = '', version = '', back = ''] = param.split('/');
    return `${addressOfWeek(week)}/undoing?version=${version}&back=${back}`;
  },
};

/** What is said after an act of this room, by code. */
export const notices = {
  'week-set': { words: 'Kept. You are asked on that day, and can stop whenever you like.' },
  'week-began': { words: 'Whom will you ask?' },
  'week-begun-before': { words: 'This week has one already.' },
  'week-stopped': { words: 'Stopped. Begin again whenever you like.' },
  'week-weekly': { words: 'Every week again.' },
  'week-planned': { words: 'Kept. Only you see it.' },
  'week-asked': { words: 'You asked. That was the hard part.', undo: weekUndo },
  'week-answered': { words: 'Kept. What will you do with it?', undo: weekUndo },
  'week-no_reply': { words: 'Kept. Answers take their time.', undo: weekUndo },
  'week-let_go': { words: 'Let go. There will be another week.', undo: weekUndo },
  'week-skipped': { words: 'Not this week, then.', undo: weekUndo },
  'week-now-fortnightly': {
    words: 'Two weeks without one, so this comes every other week now.',
    undo: { label: 'Every week again', action: () => `${WEEK}/weekly` },
  },
  'week-undone': { words: 'As it was before.' },
  'week-changed': {
    words: 'This had changed meanwhile, so nothing was saved over. Here is how it stands.',
    stays: true,
  },
  'week-kept': { words: 'Kept, for you alone.' },
  'week-forgotten': { words: 'Forgotten.' },
  'week-is-draft': { words: 'A draft with your words. It stays here until you send it.' },
  'week-drafts-full': {
    words: 'You keep as many drafts as there may be. Send or discard one first.',
    stays: true,
  },
  'season-offered': { words: 'It stands under “Ask me about” now.' },
  'season-let-be': { words: 'Let be. It is asked once a season.' },
} satisfies Record<string, Notice>;
