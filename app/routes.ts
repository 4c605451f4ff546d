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
  route('site/people', 'routes/site/people.tsx'),
  route('site/people/:person', 'routes/site/person.tsx'),
  route('site/people/:person/deactivation', 'routes/site/deactivation.tsx'),
  route('site/people/:person/reactivation', 'routes/site/reactivation.tsx'),
  route('site/people/:person/admin-grant', 'routes/site/admin-grant.tsx'),
  route('site/people/:person/admin-withdrawal', 'routes/site/admin-withdrawal.tsx'),
  route('site/outbox', 'routes/site/outbox.tsx'),
  route('site/outbox/:message', 'routes/site/outbox-message.tsx'),

  // joining a circle

  // inside a circle

  // reading

  // sessions

  // discussions

  // cards
  route('cards', 'routes/cards/browse.tsx'),
  route('cards/:deck', 'routes/cards/deck.tsx'),
  route('cards/:deck/:card', 'routes/cards/card.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
