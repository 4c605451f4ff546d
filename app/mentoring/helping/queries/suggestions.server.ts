import type { Asker } from '#app/access/proofs.ts';
import {
  SUGGESTIONS,
  type SuggestionsRow,
} from '#app/mentoring/helping/rows/suggestions-statement.server.ts';
import { type Suggestion, suggest } from '#app/mentoring/helping/rules/suggesting.ts';
import { todayIn } from '#app/time/days.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';

interface Options {
  now?: Date;
  /** what it is to say, where that is not saved */
  typed?: { title: string; body: string };
}

/**
 * Somebody for this: up to five of the people of the asker's circles, each with why, in one statement.
 * None of them is said anything, nor the asker anything that they could not read elsewhere.
 */
export async function suggestionsFor(
  { viewer, personId, askId }: Asker,
  { now = new Date(), typed }: Options = {},
): Promise<Suggestion[]> {
  const circles = viewer.memberships.map(({ circle }) => circle);
  const { rows } = await acrossCircles(
    databasePool(),
    'whom one person might ask, in all their circles',
  ).query<SuggestionsRow>({
    text: SUGGESTIONS,
    values: [
      ...[personId, askId, now],
      circles.map(({ id }) => id),
      circles.map(({ timeZone }) => todayIn(timeZone, now)),
    ],
  });
  const [row] = rows;
  if (!row || row.title === null) return [];
  const { title, body } = typed ?? { title: row.title, body: row.body ?? '' };
  return suggest({ text: `${title}\n${body}`, company: row.company }, row.people ?? [], now);
}
