import type { Gate } from '#app/access/gates.server.ts';

/**
 * Who may do what: every route of the product, by its id, with the least right that reading (GET)
 * and writing (POST) take. A route without a row here fails the test.
 */
export const matrix: Record<string, { GET?: Gate; POST?: Gate }> = {
  root: { GET: 'public' },
  'routes/home': { GET: 'public' },
  'routes/circles/threads/list': { GET: 'member' },
  'routes/circles/threads/new': { GET: 'member', POST: 'member' },
  'routes/circles/threads/thread': { GET: 'member', POST: 'member' },
  'routes/circles/notes/permalink': { GET: 'member' },
  'routes/circles/notes/edit': { GET: 'member', POST: 'member' },
  'routes/circles/notes/history': { GET: 'member' },
  'routes/circles/notes/deletion': { GET: 'member', POST: 'member' },
  'routes/circles/notes/restoration': { GET: 'member', POST: 'member' },
  'routes/cards/browse': { GET: 'viewer' },
  'routes/cards/deck': { GET: 'viewer' },
  'routes/cards/card': { GET: 'viewer' },
  'routes/circles/reading/index': { GET: 'member' },
  'routes/circles/reading/new': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/reading/books/new': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/reading/books/book': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/reading/reading': { GET: 'member' },
  'routes/circles/reading/edit': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/reading/ending': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/reading/reopening': { GET: 'facilitator', POST: 'facilitator' },
  'routes/not-found': { GET: 'public' },
};
