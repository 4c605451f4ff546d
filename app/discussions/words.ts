import type { NoThread } from '#app/discussions/commands/start-thread.server.ts';
import type { Unshowable } from '#app/discussions/notes/commands/post-note.server.ts';

const words: Record<Unshowable, string> = {
  tangled:
    'This is too tangled to show: its signs nest or repeat further than can be drawn in a second. ' +
    'Your text is still here; take some of them out and send it again.',
  empty: 'There is nothing to see in this yet. Write something first.',
  busy: 'Too much is being posted at this moment. Your text is still here; send it again in a few seconds.',
};

/** Tells an author why their text was not posted. */
export const whyNot = (reason: Unshowable) => words[reason];

const noSection = 'That section is not in this circle’s book any more. Choose another.';

/** The same for a thread, by the field that is at fault. */
export function whyNoThread(reason: NoThread): Record<string, string> {
  switch (reason) {
    case 'no-section':
      return { sectionId: noSection };
    case 'no-session':
      return { sessionId: 'That session is not in this circle any more. Choose another.' };
    case 'no-card':
      return {
        '': 'That card is not on the shelves any more. Start the thread from another page.',
      };
    default:
      return { body: whyNot(reason) };
  }
}

/** Tells an author why their note was not posted, by the field that is at fault. */
export const whyNotPosted = (reason: Unshowable | 'no-section'): Record<string, string> =>
  reason === 'no-section' ? { about: noSection } : { body: whyNot(reason) };

/** Of a form whose key has saved the same text before. */
export const savedBefore =
  'This page has saved this before, with something else beside the text. Nothing is lost: both are here.';

export const notYours = 'Only the person who wrote a note can change it or take it back.';

/** Tells an author why their edit was not saved, by the field that is at fault. */
export function whyNotEdited(
  reason: Unshowable | 'not-yours' | 'taken-back' | 'no-section',
): Record<string, string> {
  if (reason === 'not-yours') return { body: notYours };
  if (reason !== 'taken-back') return whyNotPosted(reason);
  return {
    '': 'You took this note back meanwhile, so nothing was saved. Your text is still here: bring the note back with it, or leave it.',
  };
}
