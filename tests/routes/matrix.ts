import type { Gate } from '#app/access/gates.server.ts';

/**
 * Who may do what: every route of the product, by its id, with the least right that reading (GET)
 * and writing (POST) take. A route without a row here fails the test.
 */
export const matrix: Record<string, { GET?: Gate; POST?: Gate }> = {
  root: { GET: 'public' },
  'routes/home': { GET: 'public' },
  'routes/cards/browse': { GET: 'viewer' },
  'routes/cards/deck': { GET: 'viewer' },
  'routes/cards/card': { GET: 'viewer' },
  'routes/not-found': { GET: 'public' },
};
