import { apart } from '#app/ui/apart.ts';
import type { ShelfState } from './rules/shelf-state.ts';

export const shelfWords: Record<ShelfState, string> = {
  reading: 'Reading',
  read: 'Read',
  want: 'Want to read',
};

export const sectionsNeeded =
  'Add the sections, or paste the table of contents: a plan is made of them.';

const whyTheyStay = {
  'sections-in-plan': 'In a reading plan, so they stay in the book',
  'sections-spoken-of':
    'People wrote about these, and nothing comes after them, so they stay until the reading has ended',
};

/** Why sections cannot be taken out of their book. */
export const whySectionsStay = ({
  reason,
  titles,
}: {
  reason: keyof typeof whyTheyStay;
  titles: readonly string[];
}) => `${whyTheyStay[reason]}: ${titles.map((title) => `“${apart(title)}”`).join(', ')}.`;

/** Said when a form comes again with other words in it. */
export const savedBefore =
  'This page has saved something before, with other words in it. Nothing is lost: both are here.';

/** A book in a line below its title. */
export const bookInWords = ({
  author,
  sections,
}: {
  author: string;
  sections: readonly unknown[];
}) =>
  [
    author && `by ${apart(author)}`,
    `${sections.length} ${sections.length === 1 ? 'section' : 'sections'}`,
  ]
    .filter(Boolean)
    .join(' · ');

export const bookChangedMeanwhile =
  'Someone changed this book while you did. Nothing is lost: both are here.';
