import { addressOfCircle } from '#app/circles/addresses.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';

/** Where things of this room are, for links and redirects. `circle` is its slug. */

export const addressOfRecord = (circle: string, session: string | number) =>
  `${addressOfSession(circle, session)}/record`;

/** The same as Markdown, for a file. */
export const addressOfRecordFile = (circle: string, session: string | number) =>
  `${addressOfSession(circle, session)}/record.md`;

export const addressOfMinutes = (circle: string, session: string | number) =>
  `${addressOfRecord(circle, session)}/minutes`;

/** Which of its agenda was come to. */
export const addressOfUsed = (circle: string, session: string | number) =>
  `${addressOfRecord(circle, session)}/used`;

/** Who came to it. */
export const addressOfAttendance = (circle: string, session: string | number) =>
  `${addressOfSession(circle, session)}/attendance`;

/** What the viewer takes from it. */
export const addressOfSessionTakeaway = (circle: string, session: string | number) =>
  `${addressOfSession(circle, session)}/takeaway`;

/** What the viewer will do until a day. */
export const addressOfMyCommitment = (circle: string, session: string | number) =>
  `${addressOfSession(circle, session)}/commitment`;

export const addressOfCommitment = (circle: string, commitment: string | number) =>
  `${addressOfCircle(circle)}/commitments/${commitment}`;

/** The question the viewer brings. */
export const addressOfMyQuestion = (circle: string, session: string | number) =>
  `${addressOfSession(circle, session)}/question`;

/** All that are brought, for whoever runs it. */
export const addressOfQuestions = (circle: string, session: string | number) =>
  `${addressOfSession(circle, session)}/questions`;
