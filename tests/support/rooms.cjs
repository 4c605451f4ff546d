module.exports = {
  /** The rooms of the product: docs/house.md says what each is for. */
  DOMAINS: [
    'accounts',
    'circles',
    'joining',
    'books',
    'shelves',
    'reading',
    'choosing',
    'seasons',
    'sessions',
    'polls',
    'series',
    'records',
    'calendars',
    'cards',
    'recipes',
    'discussions',
    'mentoring',
    'notifications',
    'site',
  ],
  /** Rooms built on another may also use its rows, views and words; never the other way round. */
  STANDS_ON: {
    joining: 'circles',
    // Two people’s notes are written and read as a circle’s are.
    mentoring: 'discussions',
    polls: 'sessions',
    reading: 'books',
    recipes: 'cards|sessions',
    records: 'sessions',
    series: 'sessions',
    shelves: 'books',
    site: 'accounts',
  },
};
