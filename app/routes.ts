import { index, type RouteConfig, route } from '@remix-run/route-config';

/** The URL table: the table of contents of the product. */
export default [
  index('routes/home.tsx'),

  // accounts

  // the site's administration

  // joining a circle

  // inside a circle

  // reading
  route('circles/:circle/reading', 'routes/circles/reading/index.tsx'),
  route('circles/:circle/reading/new', 'routes/circles/reading/new.tsx'),
  route('circles/:circle/reading/books/new', 'routes/circles/reading/books/new.tsx'),
  route('circles/:circle/reading/books/:book', 'routes/circles/reading/books/book.tsx'),
  route('circles/:circle/reading/:reading', 'routes/circles/reading/reading.tsx'),
  route('circles/:circle/reading/:reading/edit', 'routes/circles/reading/edit.tsx'),
  route('circles/:circle/reading/:reading/ending', 'routes/circles/reading/ending.tsx'),
  route('circles/:circle/reading/:reading/reopening', 'routes/circles/reading/reopening.tsx'),

  // sessions

  // discussions
  route('circles/:circle/threads', 'routes/circles/threads/list.tsx'),
  route('circles/:circle/threads/new', 'routes/circles/threads/new.tsx'),
  route('circles/:circle/threads/:thread', 'routes/circles/threads/thread.tsx'),
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

  // cards
  route('cards', 'routes/cards/browse.tsx'),
  route('cards/:deck', 'routes/cards/deck.tsx'),
  route('cards/:deck/:card', 'routes/cards/card.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
