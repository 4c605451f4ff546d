import type { Duty } from './rules/turn.ts';

export const dutyWords: Record<Duty, string> = { run: 'Runs it', notes: 'Takes notes' };

export const volunteerWords: Record<Duty, string> = {
  run: 'I’ll run it',
  notes: 'I’ll take notes',
};

export const dutiesChanged =
  'Somebody changed this session while you did. What they saved is on the page; look at it, and save again.';

export const rotaChanged =
  'Somebody changed this while you did. What they saved stands above; look at it, and save again.';

export const personLeft = 'They are not in this circle any more. Choose someone else.';

export const dutiesClosed = 'This session is over or cancelled, so it stays as it was.';

/** 'Four of five': how many come of those it takes. */
export const needsWords = (coming: number, needs: number) =>
  coming >= needs
    ? `${needs} make it worth it, and ${coming} are coming.`
    : `${needs} make it worth it. ${coming} of ${needs} so far.`;
