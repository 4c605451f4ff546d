import { index, type RouteConfig, route } from '@remix-run/route-config';

/** The URL table: the table of contents of the product. */
export default [
  index('routes/home.tsx'),

  // accounts

  // the site's administration

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
