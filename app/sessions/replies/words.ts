/** What a refused form says. */

export const repliesClosed = 'This session has begun or is cancelled, so answers are closed.';
