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
  route('account/picture', 'routes/accounts/picture.tsx'),
  route('account/picture/removal', 'routes/accounts/picture-removal.tsx'),
  route('people/:person/pictures/:hash', 'routes/accounts/picture-file.tsx'),
  route('account/email', 'routes/accounts/email.tsx'),
  route('account/confirmation', 'routes/accounts/confirmation.tsx'),
  route('account/password', 'routes/accounts/password.tsx'),
  route('account/sign-ins', 'routes/accounts/sign-ins.tsx'),

  // what people can take on, and with whom they would rather not be
  route('account/helping', 'routes/helping/helping.tsx'),
  route('account/helping/undoing', 'routes/helping/helping-undoing.tsx'),
  route('account/helping/back', 'routes/helping/back.tsx'),
  route('account/apart', 'routes/helping/apart.tsx'),
  route('account/apart/:apart/removal', 'routes/helping/apart-removal.tsx'),
  route('account/apart/:apart/return', 'routes/helping/apart-return.tsx'),
  route('account/apart/blocks/:blocked/lifting', 'routes/helping/block-lifting.tsx'),

  // what people want to hear
  route('account/hearing', 'routes/notifications/hearing.tsx'),
  route('account/hearing/undoing', 'routes/notifications/hearing-undoing.tsx'),
  route('account/hearing/between', 'routes/notifications/between.tsx'),
  route('account/hearing/between/undoing', 'routes/notifications/between-undoing.tsx'),
  route('hear/:token', 'routes/notifications/hear.tsx'),
  // what happened
  route('inbox', 'routes/inbox/inbox.tsx'),
  route('inbox/count', 'routes/inbox/count.tsx'),
  route('inbox/marking', 'routes/inbox/marking.tsx'),
  route('inbox/marking/undoing', 'routes/inbox/marking-undoing.tsx'),

  // the site's administration
  route('site', 'routes/site/settings.tsx'),
  route('site/state', 'routes/site/state.tsx'),
  route('site/people', 'routes/site/people.tsx'),
  route('site/people/:person', 'routes/site/person.tsx'),
  route('site/people/:person/deactivation', 'routes/site/deactivation.tsx'),
  route('site/people/:person/reactivation', 'routes/site/reactivation.tsx'),
  route('site/people/:person/admin-grant', 'routes/site/admin-grant.tsx'),
  route('site/people/:person/admin-withdrawal', 'routes/site/admin-withdrawal.tsx'),
  route('site/mail', 'routes/site/mail.tsx'),
  route('site/mail/test', 'routes/site/mail-test.tsx'),
  route('site/mail/sending', 'routes/site/mail-sending-all.tsx'),
  route('site/mail/addresses', 'routes/site/mail-addresses.tsx'),
  route('site/mail/:mail/sending', 'routes/site/mail-sending.tsx'),
  route('site/mail/:mail/forgetting', 'routes/site/mail-forgetting.tsx'),
  route('site/mail/:mail/keeping', 'routes/site/mail-keeping.tsx'),
  route('site/outbox', 'routes/site/outbox.tsx'),
  route('site/outbox/:message', 'routes/site/outbox-message.tsx'),
  route('site/outbox/:message/mail', 'routes/site/outbox-mail.tsx'),

  // asking for help
  route('asks', 'routes/asks/index.tsx'),
  route('asks/new', 'routes/asks/new.tsx'),
  route('asks/:ask/edit', 'routes/asks/edit.tsx'),
  route('asks/:ask/keeping', 'routes/asks/keeping.tsx'),
  route('asks/:ask/discarding', 'routes/asks/discarding.tsx'),
  route('asks/:ask/closing', 'routes/asks/closing.tsx'),
  route('asks/:ask/reopening', 'routes/asks/reopening.tsx'),

  // joining a circle
  route('join/:token', 'routes/joining/join.tsx'),
  route('invitations/:invitation', 'routes/joining/invited.tsx'),
  route('circles', 'routes/circles/index.tsx'),
  route('circles/new', 'routes/circles/new.tsx'),
  route('circles/:circle/about', 'routes/joining/about.tsx'),
  route('circles/:circle/request/withdrawal', 'routes/joining/request-withdrawal.tsx'),
  route('circles/:circle/seat', 'routes/joining/seat.tsx'),

  // inside a circle
  route('circles/:circle', 'routes/circles/circle.tsx'),
  route('circles/:circle/agreement', 'routes/circles/agreement.tsx'),
  route('circles/:circle/agreement/edit', 'routes/circles/agreement-edit.tsx'),
  route('circles/:circle/people', 'routes/circles/people.tsx'),
  route('circles/:circle/people/:person', 'routes/circles/person.tsx'),
  route('circles/:circle/people/:person/removal', 'routes/circles/person-removal.tsx'),
  route('circles/:circle/people/:person/host', 'routes/circles/person-host.tsx'),
  route('circles/:circle/invitations', 'routes/joining/invitations.tsx'),
  route(
    'circles/:circle/invitations/:invitation/resending',
    'routes/joining/invitation-resending.tsx',
  ),
  route(
    'circles/:circle/invitations/:invitation/withdrawal',
    'routes/joining/invitation-withdrawal.tsx',
  ),
  route('circles/:circle/join-link', 'routes/joining/join-link.tsx'),
  route('circles/:circle/join-link/end', 'routes/joining/join-link-end.tsx'),
  route('circles/:circle/requests', 'routes/joining/requests.tsx'),
  route('circles/:circle/requests/:request/decision', 'routes/joining/request-decision.tsx'),
  route('circles/:circle/waiting', 'routes/joining/waiting.tsx'),
  route('circles/:circle/waiting/:place/removal', 'routes/joining/waiting-removal.tsx'),
  route('circles/:circle/settings', 'routes/circles/settings.tsx'),
  route('circles/:circle/archiving', 'routes/circles/archiving.tsx'),
  route('circles/:circle/reopening', 'routes/circles/reopening.tsx'),
  route('circles/:circle/leave', 'routes/circles/leave.tsx'),
  route('circles/:circle/volume', 'routes/notifications/volume.tsx'),
  route('circles/:circle/volume/undoing', 'routes/notifications/volume-undoing.tsx'),

  // reading
  route('circles/:circle/reading', 'routes/reading/index.tsx'),
  route('circles/:circle/reading/new', 'routes/reading/new.tsx'),
  route('circles/:circle/reading/books/new', 'routes/books/new.tsx'),
  route('circles/:circle/reading/books/:book', 'routes/books/book.tsx'),
  route('circles/:circle/reading/:reading', 'routes/reading/reading.tsx'),
  route('circles/:circle/reading/:reading/edit', 'routes/reading/edit.tsx'),
  route('circles/:circle/reading/:reading/replanning', 'routes/reading/replanning.tsx'),
  route(
    'circles/:circle/reading/:reading/replanning/undoing',
    'routes/reading/replanning-undoing.tsx',
  ),
  route('circles/:circle/reading/:reading/ending', 'routes/reading/ending.tsx'),
  route('circles/:circle/reading/:reading/reopening', 'routes/reading/reopening.tsx'),
  route('circles/:circle/reading/:reading/progress', 'routes/reading/progress.tsx'),
  route('circles/:circle/reading/:reading/wrap', 'routes/seasons/wrap.tsx'),
  route('circles/:circle/reading/:reading/wrap/takeaway/removal', 'routes/seasons/removal.tsx'),
  route(
    'circles/:circle/reading/:reading/wrap/takeaway/restoration',
    'routes/seasons/restoration.tsx',
  ),
  route('circles/:circle/reading/:reading/wrap/opening', 'routes/seasons/opening.tsx'),
  route('circles/:circle/reading/:reading/wrap/recommitment', 'routes/seasons/recommitment.tsx'),
  route('circles/:circle/reading/:reading/progress/undoing', 'routes/reading/progress-undoing.tsx'),

  // choosing the next book
  route('circles/:circle/choosing', 'routes/choosing/index.tsx'),
  route('circles/:circle/choosing/new', 'routes/choosing/new.tsx'),
  route('circles/:circle/choosing/:choice', 'routes/choosing/choice.tsx'),
  route('circles/:circle/choosing/:choice/ballot', 'routes/choosing/ballot.tsx'),
  route('circles/:circle/choosing/:choice/closing', 'routes/choosing/closing.tsx'),
  route('circles/:circle/choosing/:choice/reading', 'routes/choosing/reading.tsx'),
  route('circles/:circle/choosing/:choice/proposals/new', 'routes/choosing/proposal-new.tsx'),
  route(
    'circles/:circle/choosing/:choice/proposals/:proposal/withdrawal',
    'routes/choosing/proposal-withdrawal.tsx',
  ),
  route(
    'circles/:circle/choosing/:choice/proposals/:proposal/restoration',
    'routes/choosing/proposal-restoration.tsx',
  ),

  // sessions
  route('circles/:circle/sessions', 'routes/sessions/index.tsx'),
  route('circles/:circle/sessions/new', 'routes/sessions/new.tsx'),
  route('circles/:circle/sessions/:session', 'routes/sessions/session.tsx'),
  route('circles/:circle/sessions/:session/edit', 'routes/sessions/edit.tsx'),
  route('circles/:circle/sessions/:session/cancellation', 'routes/sessions/cancellation.tsx'),
  route('circles/:circle/sessions/:session/restoration', 'routes/sessions/restoration.tsx'),
  route('circles/:circle/sessions/:session/reply', 'routes/sessions/reply.tsx'),
  route('circles/:circle/sessions/:session/agenda', 'routes/sessions/agenda.tsx'),
  route('circles/:circle/sessions/:session/session.ics', 'routes/sessions/calendar-file.tsx'),

  // discussions
  route('circles/:circle/threads', 'routes/threads/list.tsx'),
  route('circles/:circle/threads/new', 'routes/threads/new.tsx'),
  route('circles/:circle/threads/marking', 'routes/threads/marking.tsx'),
  route('circles/:circle/threads/marking/undoing', 'routes/threads/marking-undoing.tsx'),
  route('circles/:circle/threads/:thread', 'routes/threads/thread.tsx'),
  route('circles/:circle/threads/:thread/opening', 'routes/threads/opening.tsx'),
  route('circles/:circle/threads/:thread/following', 'routes/threads/following.tsx'),
  route('circles/:circle/threads/:thread/notes/:note', 'routes/notes/permalink.tsx'),
  route('circles/:circle/threads/:thread/notes/:note/edit', 'routes/notes/edit.tsx'),
  route('circles/:circle/threads/:thread/notes/:note/history', 'routes/notes/history.tsx'),
  route('circles/:circle/threads/:thread/notes/:note/deletion', 'routes/notes/deletion.tsx'),
  route('circles/:circle/threads/:thread/notes/:note/restoration', 'routes/notes/restoration.tsx'),

  // what two people say to each other
  route('conversations', 'routes/conversations/index.tsx'),
  route('conversations/:conversation', 'routes/conversations/conversation.tsx'),
  route('conversations/:conversation/script', 'routes/conversations/script.tsx'),
  route('conversations/:conversation/ending', 'routes/conversations/ending.tsx'),
  route('conversations/:conversation/outcome', 'routes/conversations/outcome.tsx'),
  route('conversations/:conversation/thanks', 'routes/conversations/thanks.tsx'),
  route('conversations/:conversation/thanks/removal', 'routes/conversations/thanks-removal.tsx'),
  route('conversations/:conversation/trouble', 'routes/conversations/trouble.tsx'),
  route('conversations/:conversation/blocking', 'routes/conversations/blocking.tsx'),
  route('conversations/:conversation/report', 'routes/conversations/report.tsx'),
  route('reports/:report', 'routes/reports/report.tsx'),
  route('conversations/:conversation/meetings/new', 'routes/conversations/meeting-new.tsx'),
  route(
    'conversations/:conversation/meetings/:meeting/edit',
    'routes/conversations/meeting-edit.tsx',
  ),
  route(
    'conversations/:conversation/meetings/:meeting/calling-off',
    'routes/conversations/meeting-calling-off.tsx',
  ),
  route(
    'conversations/:conversation/meetings/:meeting/meeting.ics',
    'routes/conversations/meeting-file.tsx',
  ),
  route('conversations/:conversation/notes/:line', 'routes/conversations/line.tsx'),
  route('conversations/:conversation/notes/:line/edit', 'routes/conversations/line-edit.tsx'),
  route('conversations/:conversation/notes/:line/history', 'routes/conversations/line-history.tsx'),
  route(
    'conversations/:conversation/notes/:line/deletion',
    'routes/conversations/line-deletion.tsx',
  ),
  route(
    'conversations/:conversation/notes/:line/restoration',
    'routes/conversations/line-restoration.tsx',
  ),
  // a circle's asks, and what its members were told
  route('circles/:circle/asks', 'routes/asks/board.tsx'),
  route('circles/:circle/asks/outcomes', 'routes/asks/outcomes.tsx'),

  // the site's catalogue, and a person's own shelf
  route('books', 'routes/books/catalogue.tsx'),
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
