import type { Gate } from '#app/access/gates.server.ts';
import type { Who } from './world.ts';

interface Row {
  GET?: Gate;
  POST?: Gate;
  /**
   * Of those who pass, who finds something here: what is found through what the viewer holds (a
   * place in line, an invitation to their address) is not there for anybody else.
   */
  finds?: Who[];
}

const members: Who[] = ['member', 'facilitator', 'host'];

/**
 * Who may do what: every route of the product, by its id, with the least right that reading (GET)
 * and writing (POST) take. A route without a row here fails the test.
 */
export const matrix: Record<string, Row> = {
  root: { GET: 'public' },
  'routes/home': { GET: 'public' },
  'routes/accounts/sign-in': { GET: 'public', POST: 'public' },
  'routes/accounts/sign-out': { GET: 'viewer', POST: 'viewer' },
  'routes/accounts/sign-up': { GET: 'public', POST: 'public' },
  'routes/accounts/finish-sign-up': { GET: 'public', POST: 'public' },
  'routes/accounts/setup': { GET: 'public', POST: 'public' },
  'routes/accounts/confirm-email': { GET: 'public', POST: 'public' },
  'routes/accounts/forgot-password': { GET: 'public', POST: 'public' },
  'routes/accounts/reset-password': { GET: 'public', POST: 'public' },
  'routes/accounts/demo': { GET: 'public', POST: 'public' },
  'routes/accounts/account': { GET: 'viewer', POST: 'viewer' },
  'routes/accounts/email': { GET: 'viewer', POST: 'viewer' },
  'routes/accounts/confirmation': { GET: 'viewer', POST: 'viewer' },
  'routes/accounts/password': { GET: 'viewer', POST: 'viewer' },
  'routes/accounts/sign-ins': { GET: 'viewer', POST: 'viewer' },
  'routes/site/settings': { GET: 'admin', POST: 'admin' },
  'routes/site/people': { GET: 'admin' },
  'routes/site/person': { GET: 'admin' },
  'routes/site/deactivation': { GET: 'admin', POST: 'admin' },
  'routes/site/reactivation': { GET: 'admin', POST: 'admin' },
  'routes/site/admin-grant': { GET: 'admin', POST: 'admin' },
  'routes/site/admin-withdrawal': { GET: 'admin', POST: 'admin' },
  'routes/site/outbox': { GET: 'admin' },
  'routes/site/outbox-message': { GET: 'admin', finds: [] },
  'routes/circles/threads/list': { GET: 'member' },
  'routes/circles/threads/new': { GET: 'member', POST: 'member' },
  'routes/circles/threads/thread': { GET: 'member', POST: 'member' },
  'routes/circles/threads/opening': { GET: 'member', POST: 'member' },
  'routes/circles/notes/permalink': { GET: 'member' },
  'routes/circles/notes/edit': { GET: 'member', POST: 'member' },
  'routes/circles/notes/history': { GET: 'member' },
  'routes/circles/notes/deletion': { GET: 'member', POST: 'member' },
  'routes/circles/notes/restoration': { GET: 'member', POST: 'member' },
  'routes/cards/browse': { GET: 'viewer' },
  'routes/cards/deck': { GET: 'viewer' },
  'routes/cards/card': { GET: 'viewer' },
  'routes/join': { GET: 'public', POST: 'public' },
  'routes/circles/invited': { GET: 'viewer', POST: 'viewer', finds: ['waiting'] },
  'routes/circles/index': { GET: 'viewer' },
  'routes/circles/new': { GET: 'viewer', POST: 'viewer' },
  'routes/circles/about': { GET: 'viewer', POST: 'viewer', finds: members },
  'routes/circles/request-withdrawal': { GET: 'viewer', POST: 'viewer', finds: ['waiting'] },
  'routes/circles/seat': { GET: 'viewer', POST: 'viewer', finds: [...members, 'waiting'] },
  'routes/circles/circle': { GET: 'member' },
  'routes/circles/agreement': { GET: 'member', POST: 'member' },
  'routes/circles/agreement-edit': { GET: 'host', POST: 'host' },
  'routes/circles/people': { GET: 'member' },
  'routes/circles/person': { GET: 'host', POST: 'host' },
  'routes/circles/person-removal': { GET: 'host', POST: 'host' },
  'routes/circles/person-host': { GET: 'host', POST: 'host' },
  'routes/circles/invitations': { GET: 'host', POST: 'host' },
  'routes/circles/invitation-resending': { GET: 'host', POST: 'host' },
  'routes/circles/invitation-withdrawal': { GET: 'host', POST: 'host' },
  'routes/circles/join-link': { GET: 'host', POST: 'host' },
  'routes/circles/join-link-end': { GET: 'host', POST: 'host' },
  'routes/circles/requests': { GET: 'host' },
  'routes/circles/request-decision': { GET: 'host', POST: 'host' },
  'routes/circles/waiting': { GET: 'host' },
  'routes/circles/waiting-removal': { GET: 'host', POST: 'host' },
  'routes/circles/settings': { GET: 'host', POST: 'host' },
  'routes/circles/leave': { GET: 'member', POST: 'member' },
  'routes/circles/reading/index': { GET: 'member' },
  'routes/circles/reading/new': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/reading/books/new': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/reading/books/book': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/reading/reading': { GET: 'member' },
  'routes/circles/reading/edit': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/reading/replanning': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/reading/ending': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/reading/reopening': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/reading/progress': { GET: 'member', POST: 'member' },
  'routes/circles/reading/progress-undoing': { GET: 'member', POST: 'member' },
  'routes/circles/sessions/index': { GET: 'member' },
  'routes/circles/sessions/new': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/sessions/session': { GET: 'member' },
  'routes/circles/sessions/edit': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/sessions/cancellation': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/sessions/reply': { GET: 'member', POST: 'member' },
  'routes/circles/sessions/agenda': { GET: 'facilitator', POST: 'facilitator' },
  'routes/circles/sessions/calendar-file': { GET: 'member' },
  'routes/not-found': { GET: 'public' },
};
