import type { SeedShelf } from './types.ts';

/** What two of the people keep on their own shelves. */
export const shelves: SeedShelf[] = [
  {
    person: 'noor',
    books: [
      {
        title: 'Thinking in Systems',
        author: 'Donella H. Meadows',
        isbn13: '9781603580557',
        pages: 218,
        state: 'reading',
        addedDaysAgo: 24,
      },
      {
        title: 'Turn the Ship Around',
        author: 'L. David Marquet',
        isbn13: '9781591846406',
        pages: 236,
        state: 'want',
        addedDaysAgo: 9,
      },
      {
        title: 'The Fifth Discipline',
        author: 'Peter M. Senge',
        isbn13: '9780385517256',
        pages: 445,
        state: 'want',
        addedDaysAgo: 31,
      },
      {
        title: 'Crucial Conversations',
        author: 'Kerry Patterson, Joseph Grenny, Ron McMillan, Al Switzler',
        isbn13: '9780071771320',
        pages: 244,
        state: 'read',
        readDaysAgo: 52,
        addedDaysAgo: 80,
      },
      {
        title: 'High Output Management',
        author: 'Andrew S. Grove',
        isbn13: '9780679762881',
        pages: 243,
        state: 'read',
        readDaysAgo: 140,
        addedDaysAgo: 200,
      },
      {
        title: 'Accelerate',
        author: 'Nicole Forsgren, Jez Humble, Gene Kim',
        isbn13: '9781942788331',
        pages: 288,
        state: 'read',
        readDaysAgo: 320,
        addedDaysAgo: 360,
      },
    ],
  },
  {
    person: 'rui',
    books: [
      {
        title: 'Team Topologies',
        author: 'Matthew Skelton, Manuel Pais',
        isbn13: '9781942788812',
        pages: 240,
        state: 'reading',
        addedDaysAgo: 12,
      },
      {
        title: 'Staff Engineer',
        author: 'Will Larson',
        isbn13: '9781736417911',
        state: 'read',
        readDaysAgo: 71,
        addedDaysAgo: 110,
      },
    ],
  },
];
