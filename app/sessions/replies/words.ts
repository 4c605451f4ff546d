/** What a refused form says. */

export const repliesClosed = 'This session has begun or is cancelled, so answers are closed.';

export const movedMeanwhile = 'It has moved meanwhile. This is when it is now: can you come then?';
