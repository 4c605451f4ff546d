import type { Community } from '../fill/community.ts';
import { pagesOfACircle } from './of-a-circle.ts';
import { pagesOfAPerson } from './of-a-person.ts';
import { pagesOfMeeting } from './of-meeting.ts';
import type { Page } from './page.ts';

/** The pages that are measured, by the names the figures have. */
export const pagesOf = (community: Community): Page[] => [
  ...pagesOfAPerson,
  ...pagesOfACircle(community),
  ...pagesOfMeeting(community),
];
