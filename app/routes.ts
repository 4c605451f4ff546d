import { index, type RouteConfig, route } from '@remix-run/route-config';

/** The URL table: the table of contents of the product. */
export default [
  index('routes/home.tsx'),

  // accounts
  route('sign-in', 'routes/accounts/sign-in.tsx'),
  route('sign-out', 'routes/accounts/sign-out.tsx'),
  route('sign-up', 'routes/accounts/sign-up.tsx'),
  route('sign-up/:token', 'routes/accounts/finish-sign-up.tsx'),
  route('setup/:token', 'routes/accounts/setup.tsx'),
  route('confirm-email/:token', 'routes/accounts/confirm-email.tsx'),
  route('forgot-password', 'routes/accounts/forgot-password.tsx'),
  route('reset-password/:token', 'routes/accounts/reset-password.tsx'),
  route('demo/:token', 'routes/accounts/demo.tsx'),
  route('account', 'routes/accounts/account.tsx'),
  route('account/email', 'routes/accounts/email.tsx'),
  route('account/confirmation', 'routes/accounts/confirmation.tsx'),
  route('account/password', 'routes/accounts/password.tsx'),
  route('account/sign-ins', 'routes/accounts/sign-ins.tsx'),

  // the site's administration
  route('site', 'routes/site/settings.tsx'),
  route('site/state', 'routes/site/state.tsx'),
  route('site/people', 'routes/site/people.tsx'),
  route('site/people/:person', 'routes/site/person.tsx'),
  route('site/people/:person/deactivation', 'routes/site/deactivation.tsx'),
  route('site/people/:person/reactivation', 'routes/site/reactivation.tsx'),
  route('site/people/:person/admin-grant', 'routes/site/admin-grant.tsx'),
  route('site/people/:person/admin-withdrawal', 'routes/site/admin-withdrawal.tsx'),
  route('site/outbox', 'routes/site/outbox.tsx'),
  route('site/outbox/:message', 'routes/site/outbox-message.tsx'),
  route('site/outbox/:message/mail', 'routes/site/outbox-mail.tsx'),

  // joining a circle
  route('join/:token', 'routes/join.tsx'),
  route('invitations/:invitation', 'routes/circles/invited.tsx'),
  route('circles', 'routes/circles/index.tsx'),
  route('circles/new', 'routes/circles/new.tsx'),
  route('circles/:circle/about', 'routes/circles/about.tsx'),
  route('circles/:circle/request/withdrawal', 'routes/circles/request-withdrawal.tsx'),
  route('circles/:circle/seat', 'routes/circles/seat.tsx'),

  // inside a circle
  route('circles/:circle', 'routes/circles/circle.tsx'),
  route('circles/:circle/agreement', 'routes/circles/agreement.tsx'),
  route('circles/:circle/agreement/edit', 'routes/circles/agreement-edit.tsx'),
  route('circles/:circle/people', 'routes/circles/people.tsx'),
  route('circles/:circle/people/:person', 'routes/circles/person.tsx'),
  route('circles/:circle/people/:person/removal', 'routes/circles/person-removal.tsx'),
  route('circles/:circle/people/:person/host', 'routes/circles/person-host.tsx'),
  route('circles/:circle/invitations', 'routes/circles/invitations.tsx'),
  route(
    'circles/:circle/invitations/:invitation/resending',
    'routes/circles/invitation-resending.tsx',
  ),
  route(
    'circles/:circle/invitations/:invitation/withdrawal',
    'routes/circles/invitation-withdrawal.tsx',
  ),
  route('circles/:circle/join-link', 'routes/circles/join-link.tsx'),
  route('circles/:circle/join-link/end', 'routes/circles/join-link-end.tsx'),
  route('circles/:circle/requests', 'routes/circles/requests.tsx'),
  route('circles/:circle/requests/:request/decision', 'routes/circles/request-decision.tsx'),
  route('circles/:circle/waiting', 'routes/circles/waiting.tsx'),
  route('circles/:circle/waiting/:place/removal', 'routes/circles/waiting-removal.tsx'),
  route('circles/:circle/settings', 'routes/circles/settings.tsx'),
  route('circles/:circle/leave', 'routes/circles/leave.tsx'),

  // reading
  route('circles/:circle/reading', 'routes/circles/reading/index.tsx'),
  route('circles/:circle/reading/new', 'routes/circles/reading/new.tsx'),
  route('circles/:circle/reading/books/new', 'routes/circles/reading/books/new.tsx'),
  route('circles/:circle/reading/books/:book', 'routes/circles/reading/books/book.tsx'),
  route('circles/:circle/reading/:reading', 'routes/circles/reading/reading.tsx'),
  route('circles/:circle/reading/:reading/edit', 'routes/circles/reading/edit.tsx'),
  route('circles/:circle/reading/:reading/replanning', 'routes/circles/reading/replanning.tsx'),
  route(
    'circles/:circle/reading/:reading/replanning/undoing',
    'routes/circles/reading/replanning-undoing.tsx',
  ),
  route('circles/:circle/reading/:reading/ending', 'routes/circles/reading/ending.tsx'),
  route('circles/:circle/reading/:reading/reopening', 'routes/circles/reading/reopening.tsx'),
  route('circles/:circle/reading/:reading/progress', 'routes/circles/reading/progress.tsx'),
  route('circles/:circle/reading/:reading/wrap', 'routes/circles/reading/wrap/wrap.tsx'),
  route(
    'circles/:circle/reading/:reading/wrap/takeaway/removal',
    'routes/circles/reading/wrap/removal.tsx',
  ),
  route(
    'circles/:circle/reading/:reading/wrap/takeaway/restoration',
    'routes/circles/reading/wrap/restoration.tsx',
  ),
  route('circles/:circle/reading/:reading/wrap/opening', 'routes/circles/reading/wrap/opening.tsx'),
  route(
    'circles/:circle/reading/:reading/wrap/recommitment',
    'routes/circles/reading/wrap/recommitment.tsx',
  ),
  route(
    'circles/:circle/reading/:reading/progress/undoing',
    'routes/circles/reading/progress-undoing.tsx',
  ),

  // choosing the next book
  route('circles/:circle/choosing', 'routes/circles/choosing/index.tsx'),
  route('circles/:circle/choosing/new', 'routes/circles/choosing/new.tsx'),
  route('circles/:circle/choosing/:choice', 'routes/circles/choosing/choice.tsx'),
  route('circles/:circle/choosing/:choice/ballot', 'routes/circles/choosing/ballot.tsx'),
  route('circles/:circle/choosing/:choice/closing', 'routes/circles/choosing/closing.tsx'),
  route('circles/:circle/choosing/:choice/reading', 'routes/circles/choosing/reading.tsx'),
  route(
    'circles/:circle/choosing/:choice/proposals/new',
    'routes/circles/choosing/proposal-new.tsx',
  ),
  route(
    'circles/:circle/choosing/:choice/proposals/:proposal/withdrawal',
    'routes/circles/choosing/proposal-withdrawal.tsx',
  ),
  route(
    'circles/:circle/choosing/:choice/proposals/:proposal/restoration',
    'routes/circles/choosing/proposal-restoration.tsx',
  ),

  // sessions
  route('circles/:circle/sessions', 'routes/circles/sessions/index.tsx'),
  route('circles/:circle/sessions/new', 'routes/circles/sessions/new.tsx'),
  route('circles/:circle/sessions/:session', 'routes/circles/sessions/session.tsx'),
  route('circles/:circle/sessions/:session/edit', 'routes/circles/sessions/edit.tsx'),
  route(
    'circles/:circle/sessions/:session/cancellation',
    'routes/circles/sessions/cancellation.tsx',
  ),
  route('circles/:circle/sessions/:session/reply', 'routes/circles/sessions/reply.tsx'),
  route('circles/:circle/sessions/:session/agenda', 'routes/circles/sessions/agenda.tsx'),
  route(
    'circles/:circle/sessions/:session/session.ics',
    'routes/circles/sessions/calendar-file.tsx',
  ),

  // discussions
  route('circles/:circle/threads', 'routes/circles/threads/list.tsx'),
  route('circles/:circle/threads/new', 'routes/circles/threads/new.tsx'),
  route('circles/:circle/threads/:thread', 'routes/circles/threads/thread.tsx'),
  route('circles/:circle/threads/:thread/opening', 'routes/circles/threads/opening.tsx'),
  route('circles/:circle/threads/:thread/notes/:note', 'routes/circles/notes/permalink.tsx'),
  route('circles/:circle/threads/:thread/notes/:note/edit', 'routes/circles/notes/edit.tsx'),
  route('circles/:circle/threads/:thread/notes/:note/history', 'routes/circles/notes/history.tsx'),
  route(
    'circles/:circle/threads/:thread/notes/:note/deletion',
    'routes/circles/notes/deletion.tsx',
  ),
  route(
    'circles/:circle/threads/:thread/notes/:note/restoration',
    'routes/circles/notes/restoration.tsx',
  ),

  // the site's catalogue, and a person's own shelf
  route('books', 'routes/shelves/catalogue.tsx'),
  route('shelf', 'routes/shelves/shelf.tsx'),
  route('shelf/books/new', 'routes/shelves/new-book.tsx'),
  route('shelf/books/:entry', 'routes/shelves/book.tsx'),
  route('shelf/books/:entry/removal', 'routes/shelves/removal.tsx'),
  route('shelf/books/:entry/return', 'routes/shelves/return.tsx'),
  route('shelf/imports/new', 'routes/shelves/new-import.tsx'),
  route('shelf/imports/:import', 'routes/shelves/import.tsx'),
  route('shelf/imports/:import/undoing', 'routes/shelves/import-undoing.tsx'),

  // cards
  route('cards', 'routes/cards/browse.tsx'),
  route('cards/:deck', 'routes/cards/deck.tsx'),
  route('cards/:deck/:card', 'routes/cards/card.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
