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

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
